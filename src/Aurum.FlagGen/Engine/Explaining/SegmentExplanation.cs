using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>Whether a unit is in a segment that a rule names.</summary>
public sealed record SegmentExplanation
{
    /// <summary>The segment's name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Whether the unit is in.</summary>
    [JsonPropertyName("is_in")]
    public required bool IsIn { get; init; }

    /// <summary>By what, in a few words.</summary>
    [JsonPropertyName("because")]
    public required string Because { get; init; }
}
