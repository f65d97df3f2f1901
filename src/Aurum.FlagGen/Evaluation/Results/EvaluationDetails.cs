namespace Aurum.FlagGen.Evaluation;

/// <summary>What evaluations that gave the same outcome share, so that each need only carry a reference to it.</summary>
internal sealed record EvaluationDetails
{
    public static readonly EvaluationDetails None = new();

    public string Key { get; init; } = null!;

    public string? Variant { get; init; }

    public EvaluationReason Reason { get; init; }

    public string? RuleName { get; init; }

    public int? RuleIndex { get; init; }

    public long Version { get; init; }

    public EvaluationErrorCode ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }
}
