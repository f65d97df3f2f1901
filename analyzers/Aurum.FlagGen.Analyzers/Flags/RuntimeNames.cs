namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>The runtime's types by the names under which a compilation finds them. A test resolves every one.</summary>
internal static class RuntimeNames
{
    public const string Engine = "Aurum.FlagGen.FlagEngine";
    public const string Manager = "Aurum.FlagGen.FeatureFlagManager";
    public const string Context = "Aurum.FlagGen.FlagContext";
    public const string FlagOfValue = "Aurum.FlagGen.IFlag`1";

    /// <summary>The assembly of these types.</summary>
    public const string Assembly = "Aurum.FlagGen";
}
