namespace Aurum.FlagGen.Manifest.Json;

/// <summary>How much a reader takes before it stops: the text may come from anybody who can write to a store.</summary>
internal sealed record JsonLimits
{
    public static JsonLimits Default { get; } = new();

    /// <summary>The longest text, in UTF-16 code units; of a longer one nothing is read.</summary>
    public int MaxLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many arrays and objects may stand one inside the other.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many faults are told; reading goes on after them.</summary>
    public int MaxErrors { get; init; } = 100;
}
