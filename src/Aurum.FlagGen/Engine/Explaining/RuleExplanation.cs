using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>How one rule turned out. Every part is told, also those after one that failed; the rollout only where the others hold.</summary>
public sealed record RuleExplanation
{
    /// <summary>The rule's name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The rule's position, from 0.</summary>
    [JsonPropertyName("index")]
    public required int Index { get; init; }

    /// <summary>Whether the rule matched and decided.</summary>
    [JsonPropertyName("matched")]
    public required bool Matched { get; init; }

    /// <summary>Why it did not match, in a few words; null where it did.</summary>
    [JsonPropertyName("because")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Because { get; init; }

    /// <summary>What is wrong with the rule, so that it never matches; null where it is sound.</summary>
    [JsonPropertyName("fault")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fault { get; init; }

    /// <summary>When the rule may match, or null where it always may.</summary>
    [JsonPropertyName("window")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WindowExplanation? Window { get; init; }

    /// <summary>The segments that were looked at.</summary>
    [JsonPropertyName("segments")]
    public IReadOnlyList<SegmentExplanation> Segments { get; init => field = ValueList<SegmentExplanation>.Of(value); } = ValueList<SegmentExplanation>.Empty;

    /// <summary>The flags that the rule needs on or off.</summary>
    [JsonPropertyName("flags")]
    public IReadOnlyList<PrerequisiteExplanation> Flags { get; init => field = ValueList<PrerequisiteExplanation>.Of(value); } = ValueList<PrerequisiteExplanation>.Empty;

    /// <summary>The conditions.</summary>
    [JsonPropertyName("conditions")]
    public IReadOnlyList<ConditionExplanation> Conditions { get; init => field = ValueList<ConditionExplanation>.Of(value); } = ValueList<ConditionExplanation>.Empty;

    /// <summary>The percentage, or null where there is none below 100 or it was not reached.</summary>
    [JsonPropertyName("rollout")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RolloutExplanation? Rollout { get; init; }

    /// <summary>The split, or null where there is none or it was not reached.</summary>
    [JsonPropertyName("split")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SplitExplanation? Split { get; init; }
}
