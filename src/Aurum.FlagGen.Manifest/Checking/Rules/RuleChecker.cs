using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The rules of a flag.</summary>
internal sealed class RuleChecker(
    CheckContext check,
    ScalarChecker scalars,
    ReferenceChecker references,
    ConditionChecker conditions,
    ShareChecker shares,
    RolloutPlanChecker plans,
    BucketingChecker buckets,
    WeightChecker weights,
    FlagValueChecker values,
    ReachabilityChecker reachability)
{
    private static readonly ManifestMember[] Servings = [.. RuleMembers.Of(RulePart.Serving)];

    /// <returns>The other flags that the rules name, as far as they are known.</returns>
    public IReadOnlyList<FlagReference> Check(ManifestFlag flag, JsonNode rules)
    {
        if (!scalars.IsWithinLimit("it", rules, rules.Items.Count, ManifestLimits.Rules, "rules"))
        {
            return [];
        }

        List<FlagReference> named = [];
        PatternBudget patterns = new();
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        List<SoundRule> sound = [];
        for (int i = 0; i < rules.Items.Count; i++)
        {
            JsonNode rule = rules.Items[i];
            if (rule.Kind != JsonKind.Object)
            {
                check.Report(ManifestRules.WrongKind, rule.Range, FlagMembers.Rules.Name, Phrases.Describe(rule) + " in its list", "an object, such as { \"name\": \"Everybody\" }");
                continue;
            }

            int before = check.ErrorCount;
            CheckedObject members = CheckedObject.Read(check, rule, RuleMembers.Table);
            CheckName(members, names, i);
            CheckAudience(flag, members, named, patterns);
            CheckServes(flag, members);
            if (check.ErrorCount == before)
            {
                sound.Add(new SoundRule(rule, flag));
            }
        }

        reachability.Check(sound);
        return named;
    }

    private void CheckName(CheckedObject members, Dictionary<string, int> names, int index)
    {
        if (members[RuleMembers.Name] is not { } name)
        {
            if (!members.Has(RuleMembers.Name))
            {
                check.Report(ManifestRules.RuleName, members.Opening, "has no name");
            }
        }
        else if (name.Text.Trim().Length == 0)
        {
            check.Report(ManifestRules.RuleName, name.Range, "has an empty name");
        }
        else if (name.Text.Contains('/'))
        {
            check.Report(ManifestRules.RuleName, name.Range, "has a '/' in its name");
        }
        else if (names.TryGetValue(name.Text, out int other))
        {
            check.Report(ManifestRules.RuleName, name.Range, FormattableString.Invariant($"has the same name as rule {other + 1}"));
        }
        else
        {
            names.Add(name.Text, index);
        }
    }

    private void CheckAudience(ManifestFlag flag, CheckedObject members, List<FlagReference> named, PatternBudget patterns)
    {
        scalars.Window(RuleMembers.ActiveFrom.Name, members[RuleMembers.ActiveFrom], RuleMembers.ActiveUntil.Name, members[RuleMembers.ActiveUntil]);
        references.CheckSegments(RuleMembers.UserSegments.Name, members[RuleMembers.UserSegments]);
        IReadOnlyList<JsonNode> required = references.CheckFlags(flag.Key, named, RuleMembers.RequiredFlags.Name, members[RuleMembers.RequiredFlags]);
        IReadOnlyList<JsonNode> excluded = references.CheckFlags(flag.Key, named, RuleMembers.ExcludedFlags.Name, members[RuleMembers.ExcludedFlags]);
        if (members[RuleMembers.Conditions] is { } audience)
        {
            conditions.Check(audience, patterns);
        }

        scalars.Percentage(RuleMembers.RolloutPercentage.Name, members[RuleMembers.RolloutPercentage]);
        JsonNode? bucketing = BucketingOf(flag, members);
        if (!members.Has(RuleMembers.RolloutPlan))
        {
            shares.CheckPercentage(RuleMembers.RolloutPercentage.Name, members[RuleMembers.RolloutPercentage], bucketing);
        }
        else
        {
            shares.CheckPercentage(RolloutPlanMembers.Percentage.Name, members[RuleMembers.RolloutPlan]?[RolloutPlanMembers.Percentage.Name], bucketing);
        }

        IReadOnlyList<JsonNode> requiredByPlan = members[RuleMembers.RolloutPlan] is { } plan ? plans.Check(flag.Key, named, plan) : [];
        references.CheckContradiction(required.Concat(requiredByPlan), excluded);
        buckets.CheckBucketBy(members[RuleMembers.BucketBy]);
        buckets.CheckFormula(members[RuleMembers.Bucketing]);
    }

    private static JsonNode? BucketingOf(ManifestFlag flag, CheckedObject rule) => rule[RuleMembers.Bucketing] ?? CheckedObject.Of(flag.Node)[FlagMembers.Bucketing];

    private void CheckServes(ManifestFlag flag, CheckedObject members)
    {
        ManifestMember? served = null;
        foreach (ManifestMember member in Servings)
        {
            if (!members.Has(member))
            {
                continue;
            }

            if (served is null)
            {
                served = member;
            }
            else
            {
                check.Report(ManifestRules.Serves, members.NameRange(member), $"serves both '{served.Name}' and '{member.Name}'", "keep one of them");
            }
        }

        if (served is null && flag.IsTypeKnown && flag.Type != FlagType.Boolean)
        {
            check.Report(
                ManifestRules.Serves, members.Opening, $"does not say what it serves on a flag of type {ManifestWords.FlagTypes.WordFor(flag.Type)}",
                "give it a 'value', a 'variant' or a 'split'");
        }

        if (members[RuleMembers.Value] is { } value)
        {
            values.Check(flag, RuleMembers.Value.Name, value);
        }

        if (members[RuleMembers.Variant] is { } variant)
        {
            values.CheckVariant(flag, RuleMembers.Variant.Name, variant);
        }

        if (members[RuleMembers.Split] is { } split)
        {
            CheckSplit(flag, members, split);
        }
    }

    private void CheckSplit(ManifestFlag flag, CheckedObject members, JsonNode split)
    {
        if (flag.IsTypeKnown && flag.Type == FlagType.Boolean && flag.Node[FlagMembers.Variants.Name] is null)
        {
            check.Report(
                ManifestRules.Serves, members.NameRange(RuleMembers.Split), "splits a boolean flag that has no 'variants'",
                "declare 'variants' with a value for each, or give the rule a 'rollout_percentage'");
            weights.Check(split, "its split");
            return;
        }

        weights.Check(split, "its split");
        shares.CheckArms(split, BucketingOf(flag, members));
        foreach (JsonMember arm in split.Members.Take(ManifestLimits.Variants))
        {
            values.CheckVariant(flag, RuleMembers.Split.Name, arm.Name, arm.NameRange);
        }
    }
}
