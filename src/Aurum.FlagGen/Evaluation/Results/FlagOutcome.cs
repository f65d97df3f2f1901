namespace Aurum.FlagGen.Evaluation;

/// <summary>One of the few results that a compiled flag can give, made when the flag is compiled, so that an evaluation only chooses among them and allocates nothing.</summary>
internal sealed class FlagOutcome
{
    private readonly byte _reason;
    private readonly byte _errorCode;

    private EvaluationDetails? _details;

    /// <summary>The flag whose outcome this is.</summary>
    public OutcomeOrigin Flag { get; internal set; } = null!;

    /// <summary>The value, always of the flag's type.</summary>
    public required FlagValue Value { get; init; }

    /// <summary>The variant's name, or null.</summary>
    public string? Variant { get; init; }

    /// <summary>The variant's position among the variants that the manifest declares, which is the generated enum's number; -1 where there is none.</summary>
    public int VariantOrdinal { get; init; } = -1;

    public required EvaluationReason Reason
    {
        get => (EvaluationReason)_reason;
        init => _reason = (byte)value;
    }

    /// <summary>What <c>IsEnabled</c> answers.</summary>
    public required bool IsOn { get; init; }

    /// <summary>The name of the rule that decided, or null.</summary>
    public string? RuleName => RuleIndex < 0 ? null : Flag.Definition.Rules[RuleIndex].Name;

    /// <summary>The position of the rule that decided, or -1.</summary>
    public int RuleIndex { get; init; } = -1;

    public EvaluationErrorCode ErrorCode
    {
        get => (EvaluationErrorCode)_errorCode;
        init => _errorCode = (byte)value;
    }

    /// <summary>A sentence on what went wrong, or null.</summary>
    public string? ErrorMessage => ErrorCode == EvaluationErrorCode.None ? null : Details.ErrorMessage;

    /// <summary>What evaluations tell that give this outcome; made when one is first asked to tell.</summary>
    public EvaluationDetails Details => _details ?? Tell();

    /// <summary>A number that the outcome's owner keeps on it; evaluation neither reads nor writes it.</summary>
    public int Mark { get; set; } = -1;

    /// <summary>The same outcome where a bucket was needed on the way and there was no targeting key.</summary>
    public FlagOutcome WithoutKey() => new()
    {
        Flag = Flag,
        Value = Value,
        Variant = Variant,
        VariantOrdinal = VariantOrdinal,
        Reason = Reason,
        IsOn = IsOn,
        ErrorCode = EvaluationErrorCode.TargetingKeyMissing,
    };

    /// <summary>The same value where the context could not be read.</summary>
    public FlagOutcome AsFailure() => new()
    {
        Flag = Flag,
        Value = Value,
        Variant = Variant,
        VariantOrdinal = VariantOrdinal,
        Reason = EvaluationReason.Error,
        IsOn = Value.AsBoolean,
        ErrorCode = EvaluationErrorCode.General,
    };

    private EvaluationDetails Tell() => _details = new EvaluationDetails
    {
        Key = Flag.Definition.Key,
        Variant = Variant,
        Reason = Reason,
        RuleName = RuleName,
        RuleIndex = RuleIndex < 0 ? null : RuleIndex,
        Version = Flag.Definition.Version,
        ErrorCode = ErrorCode,
        ErrorMessage = DescribeError(),
    };

    private string? DescribeError() => ErrorCode switch
    {
        EvaluationErrorCode.None => null,
        EvaluationErrorCode.TargetingKeyMissing => DescribeMissingKey(Flag.Definition),
        EvaluationErrorCode.General => $"Flag '{Flag.Definition.Key}' could not be evaluated, because reading the context failed.",
        _ => Flag.Faults[0].Message,
    };

    private static string DescribeMissingKey(FeatureFlag flag)
    {
        IEnumerable<string> attributes = flag.Rules.Select(static rule => rule.BucketBy)
            .Concat(flag.AbTest is { } test ? [test.BucketBy] : [])
            .Select(attribute => attribute ?? flag.BucketBy ?? FlagContext.UserIdPath)
            .Distinct();
        return $"Flag '{flag.Key}' needed a bucket, and the context has no {string.Join(" or ", attributes)} to find one by: give it a text that is not empty, or an integer.";
    }
}
