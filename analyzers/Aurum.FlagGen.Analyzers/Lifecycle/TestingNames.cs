namespace Aurum.FlagGen.Analyzers.Lifecycle;

/// <summary>The types of the packages for tests, by the names under which a compilation finds them. A test resolves every one.</summary>
internal static class TestingNames
{
    public const string Overrides = "Aurum.FlagGen.Testing.FlagOverrides";
    public const string Combinations = "Aurum.FlagGen.Testing.FlagCombinations";
    public const string Engines = "Aurum.FlagGen.Testing.FlagTestEngine";
    public const string Services = "Microsoft.Extensions.DependencyInjection.FlagTestingServiceCollectionExtensions";
    public const string Matrix = "Aurum.FlagGen.Testing.Xunit.FlagMatrixAttribute";
    public const string Definition = "Aurum.FlagGen.FeatureFlag";
}
