namespace Aurum.FlagGen;

/// <summary>Whether a unit is in a segment that a rule names.</summary>
public sealed record SegmentExplanation
{
    /// <summary>The segment's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the unit is in.</summary>
    public required bool IsIn { get; init; }

    /// <summary>By what, in a few words.</summary>
    public required string Because { get; init; }
}
