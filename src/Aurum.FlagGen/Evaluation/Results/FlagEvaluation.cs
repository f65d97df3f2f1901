using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <summary>What an evaluation tells.</summary>
/// <typeparam name="T">The type of the flag's value.</typeparam>
/// <remarks>It is three words large: all but the value and <see cref="IsStale"/> is made once for each outcome of a flag.</remarks>
public readonly record struct FlagEvaluation<T>
{
    private readonly EvaluationDetails? _details;

    [SetsRequiredMembers]
    internal FlagEvaluation(EvaluationDetails details, T value, bool isStale)
    {
        _details = details;
        Value = value;
        IsStale = isStale;

        // The compiler does not see that the details have a key.
        Debug.Assert(Key is not null, "Every flag has a key.");
    }

    /// <summary>The flag's key.</summary>
    [JsonPropertyName("key")]
    public required string Key
    {
        get => Details.Key;
        init => _details = Details with { Key = value };
    }

    /// <summary>The value.</summary>
    [JsonPropertyName("value")]
    public required T Value { get; init; }

    /// <summary>The name of the variant that was served, or null where none was.</summary>
    [JsonPropertyName("variant")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Variant
    {
        get => Details.Variant;
        init => _details = Details with { Variant = value };
    }

    /// <summary>Why.</summary>
    [JsonPropertyName("reason")]
    public required EvaluationReason Reason
    {
        get => Details.Reason;
        init => _details = Details with { Reason = value };
    }

    /// <summary>The name of the rule that decided, or null.</summary>
    [JsonPropertyName("rule_name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RuleName
    {
        get => Details.RuleName;
        init => _details = Details with { RuleName = value };
    }

    /// <summary>The position of the rule that decided, from 0, or null.</summary>
    [JsonPropertyName("rule_index")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RuleIndex
    {
        get => Details.RuleIndex;
        init => _details = Details with { RuleIndex = value };
    }

    /// <summary>The version of the flag's definition.</summary>
    [JsonPropertyName("version")]
    public long Version
    {
        get => Details.Version;
        init => _details = Details with { Version = value };
    }

    /// <summary>What went wrong. Only beside <see cref="EvaluationReason.Error"/> was the caller's default given.</summary>
    [JsonPropertyName("error_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EvaluationErrorCode ErrorCode
    {
        get => Details.ErrorCode;
        init => _details = Details with { ErrorCode = value };
    }

    /// <summary>A sentence on what went wrong, or null.</summary>
    [JsonPropertyName("error_message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMessage
    {
        get => Details.ErrorMessage;
        init => _details = Details with { ErrorMessage = value };
    }

    /// <summary>Whether the flag is past its expiry date, or was served from a store that is away.</summary>
    [JsonPropertyName("is_stale")]
    public bool IsStale { get; init; }

    private EvaluationDetails Details => _details ?? EvaluationDetails.None;
}
