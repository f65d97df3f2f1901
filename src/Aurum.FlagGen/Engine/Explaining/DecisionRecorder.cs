using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>Gathers what a decision reports, and nested in it the decisions on flags that its rules need.</summary>
internal sealed class DecisionRecorder(long now, string setVersion, bool isStoreAway)
{
    /// <summary>So many facts are told of the flag that was asked for: more than any flag has that a build takes.</summary>
    private const int MaxFacts = 5_000;

    /// <summary>So many are told of the flags that it needs, and those that they need: a graph of a few thousand flags has millions.</summary>
    private const int MaxFactsBelow = 1_000;

    private readonly Stack<FlagRecord> _open = new([new FlagRecord()]);
    private int _facts;
    private int _factsBelow;
    private int _omitted;

    private FlagRecord Flag => _open.Peek();

    private RuleRecord Rule => Flag.Rule!;

    public FlagExplanation Finish(FlagOutcome outcome) => Explain(outcome, Flag) with { Omitted = _omitted };

    public void BeginRule(FeatureFlagRule rule, int index, string? fault) => Flag.Rule = new RuleRecord(rule, index, fault) { IsTold = Flag.IsTold ? MayTell() : Omit() };

    public void EndRule(FlagOutcome? outcome, bool isKeyMissing)
    {
        if (Rule.IsTold)
        {
            Flag.Rules.Add(Rule.ToExplanation(outcome is not null, isKeyMissing));
        }

        Flag.Rule = null;
    }

    public void OnWindow(CompiledWindow window, long instant, bool isOpen) => Rule.Window = Explain(window, instant, isOpen);

    public void OnSegment(CompiledSegment segment, SegmentMembership membership)
    {
        if (!Tells(Rule))
        {
            return;
        }

        Rule.Segments.Add(new SegmentExplanation
        {
            Name = segment.Name,
            IsIn = membership is not (SegmentMembership.None or SegmentMembership.Excluded),
            Because = membership switch
            {
                SegmentMembership.Excluded => "listed under exclude",
                SegmentMembership.Everybody => "everybody is in",
                SegmentMembership.Named => "named by the context",
                SegmentMembership.Included => "listed under include",
                SegmentMembership.Conditions => "meets the conditions",
                _ => "neither a member nor meeting the conditions",
            },
        });
    }

    public void BeginPrerequisite(string key, bool isRequired) => _open.Push(new FlagRecord { Key = key, MustBeOn = isRequired, IsTold = Tells(Rule) });

    public void EndPrerequisite(FlagOutcome? outcome, bool isMet)
    {
        FlagRecord record = _open.Pop();
        if (!record.IsTold)
        {
            return;
        }

        Rule.Flags.Add(new PrerequisiteExplanation
        {
            Key = record.Key!,
            MustBeOn = record.MustBeOn,
            IsMet = isMet,
            Decision = outcome is null ? null : Explain(outcome, record),
        });
    }

    public void OnCondition(Condition condition, AttributeValue value, bool holds)
    {
        if (!Tells(Rule))
        {
            return;
        }

        Rule.Conditions.Add(new ConditionExplanation
        {
            Attribute = condition.Definition.Attribute,
            Operator = condition.Definition.Operator,
            Expected = condition.Definition.Value,
            ValueType = condition.Definition.ValueType,
            IgnoreCase = condition.Definition.IgnoreCase,
            Negate = condition.Definition.Negate,
            Actual = value.Misfit?.Description ?? value.Render(),
            IsUnderstood = value.Misfit is null,
            Holds = holds,
        });
    }

    public void OnRollout(Rollout? rollout, CompiledPlan? plan, ReadOnlySpan<char> id, int threshold, bool isIn) => Rule.Rollout = new RolloutExplanation
    {
        BucketBy = threshold is > 0 and < Buckets.Total ? rollout?.Key.Path.Text : null,
        TargetingKey = id.IsEmpty ? null : id.ToString(),
        Bucket = id.IsEmpty ? null : rollout?.GetPosition(id),
        Percentage = threshold / (double)Buckets.PerPercent,
        IsPlanned = plan is not null,
        IsIn = isIn,
    };

    public void OnSplit(Splitter? splitter, ReadOnlySpan<char> id, string? variant)
    {
        SplitExplanation explanation = new()
        {
            BucketBy = splitter?.Key.Path.Text,
            TargetingKey = id.IsEmpty ? null : id.ToString(),
            Bucket = id.IsEmpty ? null : splitter?.GetPosition(id),
            Variant = variant,
        };
        if (Flag.Rule is { } rule)
        {
            rule.Split = explanation;
        }
        else if (Flag.Test is { } test)
        {
            bool isKeyMissing = variant is null;
            Flag.Test = test with { Split = explanation, IsRunning = !isKeyMissing, Because = isKeyMissing ? Describe(TestPhase.KeyMissing) : null };
        }
    }

    public void OnScenario(string scenario) => Flag.Scenario = scenario;

    public void OnTest(CompiledWindow window, CompiledLayer? layer, TestPhase phase, ReadOnlySpan<char> layerId) => Flag.Test = new TestExplanation
    {
        IsRunning = phase == TestPhase.Running,
        Because = Describe(phase),
        Window = window.IsBounded ? Explain(window, now, phase is not (TestPhase.NotStarted or TestPhase.Ended)) : null,
        Layer = layer?.Name,
        LayerFrom = layer?.From / (double)Buckets.PerPercent,
        LayerTo = layer?.To / (double)Buckets.PerPercent,
        LayerBucket = layerId.IsEmpty ? null : layer?.GetBucket(layerId) / (double)Buckets.PerPercent,
    };

    /// <summary>Whether one more part of a rule is told. What is not told is counted.</summary>
    private bool Tells(RuleRecord rule)
    {
        bool isTold = rule.IsTold ? MayTell() : Omit();
        rule.IsCut |= !isTold;
        return isTold;
    }

    private bool MayTell()
    {
        bool isBelow = _open.Count > 1;
        if (isBelow ? _factsBelow >= MaxFactsBelow : _facts >= MaxFacts)
        {
            return Omit();
        }

        _factsBelow += isBelow ? 1 : 0;
        _facts += isBelow ? 0 : 1;
        return true;
    }

    private bool Omit()
    {
        _omitted++;
        return false;
    }

    private static string? Describe(TestPhase phase) => phase switch
    {
        TestPhase.NotStarted => "it has not started",
        TestPhase.Ended => "it has ended",
        TestPhase.OutsideLayer => "the unit is outside the test's part of the layer",
        TestPhase.KeyMissing => "the context has no targeting key",
        _ => null,
    };

    private static WindowExplanation Explain(CompiledWindow window, long now, bool isOpen) => new()
    {
        From = window.From == long.MinValue ? null : new DateTimeOffset(window.From, TimeSpan.Zero),
        Until = window.Until == long.MaxValue ? null : new DateTimeOffset(window.Until, TimeSpan.Zero),
        Now = new DateTimeOffset(now, TimeSpan.Zero),
        IsOpen = isOpen,
    };

    private FlagExplanation Explain(FlagOutcome outcome, FlagRecord record)
    {
        OutcomeOrigin flag = outcome.Flag;
        FeatureFlag definition = flag.Definition;
        return new FlagExplanation
        {
            Key = definition.Key,
            Value = outcome.Value,
            Variant = outcome.Variant,
            IsOn = outcome.IsOn,
            Reason = outcome.Reason,
            ErrorCode = outcome.ErrorCode,
            ErrorMessage = outcome.ErrorMessage,
            RuleName = outcome.RuleName,
            RuleIndex = outcome.RuleIndex < 0 ? null : outcome.RuleIndex,
            Source = flag.Source,
            Scenario = record.Scenario,
            Version = definition.Version,
            SetVersion = setVersion,
            IsStale = isStoreAway || now >= flag.StaleFrom,
            IsSensitive = definition.Sensitive,
            Status = definition.Status,
            IsRetired = definition.Lifecycle == FlagLifecycle.Retired,
            Rules = record.Rules,
            Test = record.Test,
            Faults = flag.Faults,
        };
    }
}
