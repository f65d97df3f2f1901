using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>What one process has counted since its last batch.</summary>
public sealed record FlagUsageBatch
{
    /// <summary>The most flags that a batch may have: few enough that a server which does one thing at a time does not keep others waiting for long.</summary>
    public const int MaxFlags = 250;

    /// <summary>Which process reports: a name that no other has, of ASCII letters and digits.</summary>
    public required string Reporter { get; init; }

    /// <summary>The batch's number among those of its reporter, from 1. A store that has seen it, or a later one, adds nothing.</summary>
    public required long Sequence { get; init; }

    /// <summary>The version of the application that evaluated the flags; the empty text where it has none.</summary>
    public required string ApplicationVersion { get; init; }

    /// <summary>The flags that were evaluated, with the counts since the last batch; each flag once, and at most <see cref="MaxFlags"/>.</summary>
    public required IReadOnlyList<FlagUsage> Flags { get; init => field = ValueList<FlagUsage>.Of(value); }
}
