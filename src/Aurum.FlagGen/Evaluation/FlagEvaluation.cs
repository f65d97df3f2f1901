namespace Aurum.FlagGen;

/// <summary>What an evaluation tells.</summary>
/// <typeparam name="T">The type of the flag's value.</typeparam>
public readonly record struct FlagEvaluation<T>
{
    /// <summary>The flag's key.</summary>
    public required string Key { get; init; }

    /// <summary>The value.</summary>
    public required T Value { get; init; }

    /// <summary>The name of the variant that was served, or null where none was.</summary>
    public string? Variant { get; init; }

    /// <summary>Why.</summary>
    public required EvaluationReason Reason { get; init; }

    /// <summary>The name of the rule that decided, or null.</summary>
    public string? RuleName { get; init; }

    /// <summary>The position of the rule that decided, from 0, or null.</summary>
    public int? RuleIndex { get; init; }

    /// <summary>The version of the flag's definition.</summary>
    public long Version { get; init; }

    /// <summary>What went wrong. Only beside <see cref="EvaluationReason.Error"/> was the caller's default given.</summary>
    public EvaluationErrorCode ErrorCode { get; init; }

    /// <summary>A sentence on what went wrong, or null.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Whether the flag is past its expiry date, or was served from a store that is away.</summary>
    public bool IsStale { get; init; }
}
