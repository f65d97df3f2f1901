namespace Aurum.FlagGen.Analyzers.Diagnostics;

/// <summary>The categories of diagnostics.</summary>
internal static class Categories
{
    /// <summary>Faults of flags.json, and advice on it.</summary>
    public const string Manifest = "FlagGen.Manifest";

    /// <summary>How code uses flags.</summary>
    public const string Use = "FlagGen.Use";

    /// <summary>What code about flags could do better.</summary>
    public const string Hygiene = "FlagGen.Hygiene";

    /// <summary>How tests set flags up.</summary>
    public const string Tests = "FlagGen.Tests";
}
