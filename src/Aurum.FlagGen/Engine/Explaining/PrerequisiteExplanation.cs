using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>A flag that a rule needs on or off.</summary>
public sealed record PrerequisiteExplanation
{
    /// <summary>The flag's key.</summary>
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    /// <summary>Whether the flag must be on; otherwise it must be off.</summary>
    [JsonPropertyName("must_be_on")]
    public required bool MustBeOn { get; init; }

    /// <summary>Whether it is as it must be.</summary>
    [JsonPropertyName("is_met")]
    public required bool IsMet { get; init; }

    /// <summary>How the flag was decided; null where the explanation has told it before, because an evaluation decides each flag once.</summary>
    [JsonPropertyName("decision")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FlagExplanation? Decision { get; init; }
}
