using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>A decision step by step. Its properties serve as JSON, <see cref="ToString"/> gives a text for people.</summary>
/// <remarks>
/// As JSON, each flag in a chain of needed flags takes five levels. For chains of more than ten flags, serialize with a
/// <see cref="System.Text.Json.JsonSerializerOptions.MaxDepth"/> of 256 in place of the default of 64.
/// </remarks>
public sealed record FlagExplanation
{
    /// <summary>The flag's key.</summary>
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    /// <summary>The value.</summary>
    [JsonPropertyName("value")]
    public required FlagValue Value { get; init; }

    /// <summary>The variant's name, or null.</summary>
    [JsonPropertyName("variant")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Variant { get; init; }

    /// <summary>Whether the flag is on.</summary>
    [JsonPropertyName("is_on")]
    public bool IsOn { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("reason")]
    public required EvaluationReason Reason { get; init; }

    /// <summary>What went wrong.</summary>
    [JsonPropertyName("error_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EvaluationErrorCode ErrorCode { get; init; }

    /// <summary>A sentence on what went wrong, or null.</summary>
    [JsonPropertyName("error_message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMessage { get; init; }

    /// <summary>The name of the rule that decided, or null.</summary>
    [JsonPropertyName("rule_name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RuleName { get; init; }

    /// <summary>The position of the rule that decided, or null.</summary>
    [JsonPropertyName("rule_index")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RuleIndex { get; init; }

    /// <summary>Where the definition came from.</summary>
    [JsonPropertyName("source")]
    public required FlagSource Source { get; init; }

    /// <summary>The scenario whose flag stood in for this one; null where the flag's own definition decided.</summary>
    [JsonPropertyName("scenario")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scenario { get; init; }

    /// <summary>The version of the flag's definition.</summary>
    [JsonPropertyName("version")]
    public long Version { get; init; }

    /// <summary>The version of the set of flags.</summary>
    [JsonPropertyName("set_version")]
    public string SetVersion { get; init; } = "";

    /// <summary>Whether the flag is past its expiry date, or was served from a store that is away.</summary>
    [JsonPropertyName("is_stale")]
    public bool IsStale { get; init; }

    /// <summary>Whether the flag's value and context must never leave the process.</summary>
    [JsonPropertyName("is_sensitive")]
    public bool IsSensitive { get; init; }

    /// <summary>The flag's status, or null where no flag has the key.</summary>
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(FlagWordJsonConverter))]
    public FeatureFlagStatus? Status { get; init; }

    /// <summary>Whether the flag is retired.</summary>
    [JsonPropertyName("is_retired")]
    public bool IsRetired { get; init; }

    /// <summary>The rules that were tried, in order.</summary>
    [JsonPropertyName("rules")]
    public IReadOnlyList<RuleExplanation> Rules { get; init => field = ValueList<RuleExplanation>.Of(value); } = ValueList<RuleExplanation>.Empty;

    /// <summary>The test, or null where there is none or a rule decided before it.</summary>
    [JsonPropertyName("test")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TestExplanation? Test { get; init; }

    /// <summary>What is wrong with the definition.</summary>
    [JsonPropertyName("faults")]
    public IReadOnlyList<FlagFault> Faults { get; init => field = ValueList<FlagFault>.Of(value); } = ValueList<FlagFault>.Empty;

    /// <summary>How many facts are left out, because there are too many: those of flags that other flags need. Explain one of these flags to see its own.</summary>
    /// <value>0 where all is told.</value>
    [JsonPropertyName("omitted")]
    public int Omitted { get; init; }

    /// <summary>The explanation as text of several lines.</summary>
    public override string ToString() => new FlagExplanationText(this).ToString();
}
