namespace Aurum.FlagGen;

/// <summary>A decision step by step. Its properties serve as JSON, <see cref="ToString"/> gives a text for people.</summary>
public sealed record FlagExplanation
{
    /// <summary>The flag's key.</summary>
    public required string Key { get; init; }

    /// <summary>The value.</summary>
    public required FlagValue Value { get; init; }

    /// <summary>The variant's name, or null.</summary>
    public string? Variant { get; init; }

    /// <summary>Whether the flag is on.</summary>
    public bool IsOn { get; init; }

    /// <summary>Why.</summary>
    public required EvaluationReason Reason { get; init; }

    /// <summary>What went wrong.</summary>
    public EvaluationErrorCode ErrorCode { get; init; }

    /// <summary>A sentence on what went wrong, or null.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The name of the rule that decided, or null.</summary>
    public string? RuleName { get; init; }

    /// <summary>The position of the rule that decided, or null.</summary>
    public int? RuleIndex { get; init; }

    /// <summary>Where the definition came from.</summary>
    public required FlagSource Source { get; init; }

    /// <summary>The scenario whose flag stood in for this one; null where the flag's own definition decided.</summary>
    public string? Scenario { get; init; }

    /// <summary>The version of the flag's definition.</summary>
    public long Version { get; init; }

    /// <summary>The version of the set of flags.</summary>
    public string SetVersion { get; init; } = "";

    /// <summary>Whether the flag is past its expiry date, or was served from a store that is away.</summary>
    public bool IsStale { get; init; }

    /// <summary>Whether the flag's value and context must never leave the process.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The flag's status, or null where no flag has the key.</summary>
    public FeatureFlagStatus? Status { get; init; }

    /// <summary>Whether the flag is retired.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The rules that were tried, in order.</summary>
    public IReadOnlyList<RuleExplanation> Rules { get; init; } = [];

    /// <summary>The test, or null where there is none or a rule decided before it.</summary>
    public TestExplanation? Test { get; init; }

    /// <summary>What is wrong with the definition.</summary>
    public IReadOnlyList<FlagFault> Faults { get; init; } = [];

    /// <summary>The explanation as text of several lines.</summary>
    public override string ToString() => new FlagExplanationText(this).ToString();
}
