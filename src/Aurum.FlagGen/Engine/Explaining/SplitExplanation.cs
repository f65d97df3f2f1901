using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>How a split or a test chose an arm.</summary>
public sealed record SplitExplanation
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

    /// <summary>The arm's variant, or null where the targeting key is missing.</summary>
    [JsonPropertyName("variant")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Variant { get; init; }
}
