namespace Aurum.FlagGen.Evaluation;

/// <summary>Makes the outcomes of one flag.</summary>
internal sealed class OutcomeList(FeatureFlag flag, VariantTable variants)
{
    private readonly List<FlagOutcome> _outcomes = [];

    public FlagOutcome[] ToArray() => [.. _outcomes];

    /// <summary>An outcome that no rule is responsible for; its variant is the first whose value is the one served.</summary>
    public FlagOutcome Add(FlagValue value, EvaluationReason reason) => Add(value, variants.NameOf(value), reason);

    /// <summary>An outcome of a test.</summary>
    public FlagOutcome AddVariant(string variant, FlagValue value, EvaluationReason reason) => Add(value, variant, reason);

    /// <summary>An outcome of a rule.</summary>
    public FlagOutcome AddServed(int ruleIndex, FlagValue value, string? variant, EvaluationReason reason) =>
        Add(value, variant ?? variants.NameOf(value), reason, ruleIndex);

    public FlagOutcome AddError(FlagValue value, EvaluationErrorCode code) =>
        Add(value, variants.NameOf(value), EvaluationReason.Error, errorCode: code);

    /// <summary>The same outcome where a bucket was needed on the way and there was no targeting key.</summary>
    public FlagOutcome AddWithoutKey(FlagOutcome outcome)
    {
        FlagOutcome withoutKey = outcome.WithoutKey();
        _outcomes.Add(withoutKey);
        return withoutKey;
    }

    /// <summary>An outcome that a test gave the flag.</summary>
    public FlagOutcome AddOverride(FlagValue value, string? variant, bool isOn) => Add(value, variant, EvaluationReason.Static, isOn: isOn);

    private FlagOutcome Add(
        FlagValue value,
        string? variant,
        EvaluationReason reason,
        int ruleIndex = -1,
        EvaluationErrorCode errorCode = EvaluationErrorCode.None,
        bool? isOn = null)
    {
        FlagOutcome outcome = new()
        {
            Value = value,
            Variant = variant,
            VariantOrdinal = variants.OrdinalOf(variant),
            Reason = reason,
            IsOn = isOn ?? IsOn(value, variant, reason),
            RuleIndex = ruleIndex,
            ErrorCode = errorCode,
        };
        _outcomes.Add(outcome);
        return outcome;
    }

    private bool IsOn(FlagValue value, string? variant, EvaluationReason reason)
    {
        if (flag.Type == FlagType.Boolean)
        {
            return value.AsBoolean;
        }

        bool isDecided = reason is EvaluationReason.TargetingMatch or EvaluationReason.Split
            || (flag.Lifecycle == FlagLifecycle.Retired && reason == EvaluationReason.Static);
        return isDecided && (variant is null || variant != flag.AbTest?.ControlVariant);
    }
}
