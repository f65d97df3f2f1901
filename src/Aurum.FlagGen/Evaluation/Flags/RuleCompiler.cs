using System.Diagnostics.CodeAnalysis;

namespace Aurum.FlagGen.Evaluation;

/// <summary>The rules of one flag → compiled rules. A rule with a fault becomes one that never matches and says why.</summary>
internal sealed class RuleCompiler(FeatureFlag flag, FlagEnvironment environment, VariantTable variants, OutcomeList outcomes, SplitCompiler splits)
{
    private readonly ConditionCompiler _conditions = new(environment.Readers);

    /// <param name="rule">The rule.</param>
    /// <param name="index">Its position.</param>
    /// <param name="refusal">What the build would refuse in it; null where it would take it.</param>
    public CompiledRule Compile(FeatureFlagRule rule, int index, string? refusal)
    {
        Condition[] conditions = _conditions.Compile(rule.Conditions, out string? fault);
        return fault is null && TryCompile(rule, index, conditions, out CompiledRule? compiled, out fault) && refusal is null
            ? compiled
            : new CompiledRule(rule, index, fault ?? refusal ?? "");
    }

    private bool TryCompile(FeatureFlagRule rule, int index, Condition[] conditions, [NotNullWhen(true)] out CompiledRule? compiled, out string? fault)
    {
        compiled = null;
        if (!TryCompileGate(rule, out RuleGate? gate, out fault)
            || !TryCompilePercentage(rule, out int threshold, out CompiledPlan? plan, out fault)
            || !TryCompileRollout(rule, threshold, plan, out Rollout? rollout, out fault))
        {
            return false;
        }

        RuleParts parts = new() { Gate = gate, Conditions = conditions, Plan = plan, Threshold = threshold, Rollout = rollout };
        if (rule.Split is { } split)
        {
            if (!TryCompileSplit(rule, index, split, out CompiledSplit? compiledSplit, out fault))
            {
                return false;
            }

            compiled = new CompiledRule(rule, index, parts with { Split = compiledSplit });
            return true;
        }

        if (!TryGetServed(rule, out FlagValue? value, out fault))
        {
            return false;
        }

        // Only a plan can reach 100 % at one time and less at another.
        bool canBeWhole = plan is not null || threshold == Buckets.Total;
        bool canBeShare = plan is not null || threshold is > 0 and < Buckets.Total;
        compiled = new CompiledRule(rule, index, parts with
        {
            Whole = canBeWhole ? outcomes.AddServed(index, value, rule.Variant, EvaluationReason.TargetingMatch) : null,
            Share = canBeShare ? outcomes.AddServed(index, value, rule.Variant, EvaluationReason.Split) : null,
        });
        return true;
    }

    private bool TryCompileGate(FeatureFlagRule rule, out RuleGate? gate, out string? fault)
    {
        gate = null;
        fault = null;
        List<CompiledSegment[]> segments = [];
        foreach (IReadOnlyList<string> names in RuleAudience.SegmentsOf(rule))
        {
            if (!TryAddSegments(names, segments, out fault))
            {
                return false;
            }
        }

        List<Prerequisite> prerequisites = [];
        foreach ((string key, bool isRequired) in RuleAudience.FlagsOf(rule))
        {
            fault = environment.Graph.FindFault(flag.Key, key);
            if (fault is not null)
            {
                return false;
            }

            prerequisites.Add(new Prerequisite(environment.GetFlag(key), isRequired));
        }

        CompiledWindow window = CompiledWindow.Of(rule.ActiveFrom, rule.ActiveUntil);
        bool hasGate = window.IsBounded || segments.Count > 0 || prerequisites.Count > 0;
        gate = hasGate ? new RuleGate(window, segments, [.. prerequisites]) : null;
        return true;
    }

    private bool TryAddSegments(IReadOnlyList<string> names, List<CompiledSegment[]> lists, out string? fault)
    {
        fault = null;
        List<CompiledSegment> segments = [];
        foreach (string name in names)
        {
            if (environment.FindSegment(name) is not { } segment)
            {
                fault = $"It names the segment '{name}', which does not exist.";
                return false;
            }

            segments.Add(segment);
        }

        if (segments.Count > 0)
        {
            lists.Add([.. segments]);
        }

        return true;
    }

    private static bool TryCompilePercentage(FeatureFlagRule rule, out int threshold, out CompiledPlan? plan, out string? fault)
    {
        plan = null;
        threshold = Buckets.FromPercentage(rule.RolloutPercentage);
        switch (rule.RolloutPlan)
        {
            case null:
                fault = threshold < 0 ? FormattableString.Invariant($"Its rollout_percentage {rule.RolloutPercentage} is not between 0 and 100.") : null;
                break;
            case { Strategy: RolloutStrategy.Percentage or RolloutStrategy.Targeted } fixedPlan:
                threshold = Buckets.FromPercentage(fixedPlan.Percentage ?? 100);
                fault = threshold < 0 ? FormattableString.Invariant($"Its rollout_plan's percentage {fixedPlan.Percentage} is not between 0 and 100.") : null;
                break;
            case { Strategy: RolloutStrategy.Gradual } gradual:
                plan = CompiledPlan.Gradual(gradual);
                fault = plan is null ? "Its gradual rollout_plan needs a start_time, an interval, and percentages from 0 to 100 of which the end is not below the start." : null;
                break;
            case { Strategy: RolloutStrategy.Scheduled } scheduled:
                plan = CompiledPlan.Scheduled(scheduled);
                fault = plan is null ? FormattableString.Invariant($"Its rollout_plan's percentage {scheduled.Percentage} is not between 0 and 100.") : null;
                break;
            default:
                fault = $"Its rollout_plan has no known strategy: {rule.RolloutPlan.Strategy}.";
                break;
        }

        return fault is null;
    }

    private bool TryCompileRollout(FeatureFlagRule rule, int threshold, CompiledPlan? plan, out Rollout? rollout, out string? fault)
    {
        rollout = null;
        fault = null;
        return (plan is null && threshold is 0 or Buckets.Total) || splits.TryCompileRollout(rule, out rollout, out fault);
    }

    private bool TryCompileSplit(FeatureFlagRule rule, int index, IReadOnlyList<VariantWeight> arms, [NotNullWhen(true)] out CompiledSplit? split, out string? fault)
    {
        split = null;
        if (rule.Value is not null || rule.Variant is not null)
        {
            fault = "It serves a split and a value or a variant; it may serve one of them.";
            return false;
        }

        if (flag is { Type: FlagType.Boolean, Variants.Count: 0 })
        {
            fault = "It splits a boolean flag that declares no variants.";
            return false;
        }

        return splits.TryCompile(
            arms,
            new SplitSource(rule.Salt, rule.BucketBy, rule.Bucketing),
            (name, value) => outcomes.AddServed(index, value, name, EvaluationReason.Split),
            out split,
            out fault);
    }

    private bool TryGetServed(FeatureFlagRule rule, [NotNullWhen(true)] out FlagValue? value, out string? fault)
    {
        value = null;
        if (rule is { Value: not null, Variant: not null })
        {
            fault = "It serves a value and a variant; it may serve one of them.";
        }
        else if (rule.Variant is { } name)
        {
            fault = variants.TryGetValue(name, out value) ? null : $"It serves the variant '{name}', which the flag does not have.";
        }
        else
        {
            value = rule.Value ?? (flag.Type == FlagType.Boolean ? FlagValue.True : null);
            fault = variants.Fits(value) ? null
                : value is null ? "It serves nothing; give it a value, a variant or a split."
                : $"It serves {Manifest.Checking.Phrases.Shorten(value.ToJson())}, which is not of the flag's type.";
        }

        return fault is null;
    }
}
