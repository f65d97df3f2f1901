namespace Aurum.FlagGen.Evaluation;

/// <summary>What a sound rule is made of.</summary>
internal readonly record struct RuleParts
{
    /// <summary>Window, segments and other flags, or null where there are none.</summary>
    public RuleGate? Gate { get; init; }

    public required Condition[] Conditions { get; init; }

    /// <summary>Replaces <see cref="Threshold"/> by one that follows the time.</summary>
    public CompiledPlan? Plan { get; init; }

    public int Threshold { get; init; }

    /// <summary>Null where the rule lets everybody or nobody through.</summary>
    public Rollout? Rollout { get; init; }

    /// <summary>What the rule serves, or <see cref="Whole"/> and <see cref="Share"/>.</summary>
    public CompiledSplit? Split { get; init; }

    /// <summary>What everybody gets who meets the conditions.</summary>
    public FlagOutcome? Whole { get; init; }

    /// <summary>The same value where a percentage below 100 decided.</summary>
    public FlagOutcome? Share { get; init; }
}
