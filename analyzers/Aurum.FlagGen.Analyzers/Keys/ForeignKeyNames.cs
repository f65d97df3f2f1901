namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>Microsoft.FeatureManagement's types, by the names under which a compilation finds them.</summary>
internal static class ForeignKeyNames
{
    public const string Manager = "Microsoft.FeatureManagement.IFeatureManager";
    public const string VariantManager = "Microsoft.FeatureManagement.IVariantFeatureManager";
    public const string GateAttribute = "Microsoft.FeatureManagement.Mvc.FeatureGateAttribute";
    public const string GateExtensions = "Microsoft.FeatureManagement.AspNetCore.FeatureGateEndpointFilterExtensions";

    public const string IsEnabled = "IsEnabledAsync";
    public const string GetVariant = "GetVariantAsync";
}
