using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>How a percentage decided.</summary>
public sealed record RolloutExplanation
{
    /// <summary>The attribute that is the targeting key, or null where no bucket was needed.</summary>
    [JsonPropertyName("bucket_by")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BucketBy { get; init; }

    /// <summary>The targeting key, or null where it is missing or no bucket was needed.</summary>
    [JsonPropertyName("targeting_key")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TargetingKey { get; init; }

    /// <summary>The unit's bucket in percent, or null where it has none.</summary>
    [JsonPropertyName("bucket")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Bucket { get; init; }

    /// <summary>Below which bucket a unit is in, in percent.</summary>
    [JsonPropertyName("percentage")]
    public required double Percentage { get; init; }

    /// <summary>Whether the percentage follows a rollout plan over time.</summary>
    [JsonPropertyName("is_planned")]
    public bool IsPlanned { get; init; }

    /// <summary>Whether the unit is in.</summary>
    [JsonPropertyName("is_in")]
    public required bool IsIn { get; init; }
}
