namespace Aurum.FlagGen.Engine;

/// <summary>What was recorded of one rule.</summary>
internal sealed class RuleRecord(FeatureFlagRule rule, int index, string? fault)
{
    private const string NoSegment = "the unit is in none of the segments";

    /// <summary>Whether the rule is told.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>Whether parts of the rule are not told.</summary>
    public bool IsCut { get; set; }

    public WindowExplanation? Window { get; set; }

    public List<SegmentExplanation> Segments { get; } = [];

    public List<PrerequisiteExplanation> Flags { get; } = [];

    public List<ConditionExplanation> Conditions { get; } = [];

    public RolloutExplanation? Rollout { get; set; }

    public SplitExplanation? Split { get; set; }

    public RuleExplanation ToExplanation(bool matched, bool isKeyMissing) => new()
    {
        Name = rule.Name,
        Index = index,
        Matched = matched,
        Because = matched ? null : FindReason(isKeyMissing),
        Fault = fault,
        Window = Window,
        Segments = Segments,
        Flags = Flags,
        Conditions = Conditions,
        Rollout = Rollout,
        Split = Split,
    };

    /// <summary>The first part that failed, in the order in which a rule's parts are looked at.</summary>
    private string FindReason(bool isKeyMissing)
    {
        if (fault is not null)
        {
            return "it is faulty";
        }

        if (isKeyMissing)
        {
            return "the context has no targeting key";
        }

        if (Window is { IsOpen: false })
        {
            return "it is not the time";
        }

        if (Rollout is { IsIn: false })
        {
            return "the unit is outside the rollout";
        }

        if (Segments.Count > 0 && !Segments.Exists(static segment => segment.IsIn))
        {
            return NoSegment;
        }

        return Flags.Find(static flag => !flag.IsMet) is { } flag ? $"flag {flag.Key} is {(flag.MustBeOn ? "off" : "on")}"
            : Conditions.Find(static condition => !condition.Holds) is { } condition ? condition.IsUnderstood
                ? $"the condition on {condition.Attribute} does not hold"
                : $"the attribute {condition.Attribute} is {condition.Actual}"
            : IsCut ? "a part that is left out here does not hold"
            : NoSegment;
    }
}
