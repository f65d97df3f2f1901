namespace Aurum.FlagGen.Manifest.Model;

/// <summary>How much of anything a manifest, or a definition written at run time, may hold.</summary>
internal static class ManifestLimits
{
    public const int Flags = 10_000;
    public const int Rules = 100;
    public const int Conditions = 50;
    public const int ListElements = 10_000;
    public const int Variants = 64;
    public const int KeyLength = 200;
    public const int PatternLength = 1_000;

    /// <summary>Regular expressions in one flag, over all its rules.</summary>
    public const int Patterns = 20;

    /// <summary>Faults of one kind that are told; a text with a million of them would otherwise cost more to complain about than to read.</summary>
    public const int FaultsOfOneKind = 1_000;

    /// <summary>The longest chain of required and excluded flags below a flag.</summary>
    public const int DependencyDepth = 32;
}
