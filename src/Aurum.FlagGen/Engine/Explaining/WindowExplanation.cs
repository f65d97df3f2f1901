using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>The time during which a rule may match, or a test runs.</summary>
public sealed record WindowExplanation
{
    /// <summary>From when (included), or null.</summary>
    [JsonPropertyName("from")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when (excluded), or null.</summary>
    [JsonPropertyName("until")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The instant of the evaluation.</summary>
    [JsonPropertyName("now")]
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the instant lies within.</summary>
    [JsonPropertyName("is_open")]
    public required bool IsOpen { get; init; }
}
