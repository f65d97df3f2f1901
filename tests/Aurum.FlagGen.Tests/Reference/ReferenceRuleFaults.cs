using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Whether a rule has a fault, with which it never matches while the rest of its flag works.</summary>
internal sealed class ReferenceRuleFaults(JsonElement manifest)
{
    private static readonly string[] Servings = ["value", "variant", "split"];

    private readonly ReferenceGraph _graph = new(manifest);

    public bool HasFault(ReferenceFlag flag, int index)
    {
        JsonElement rule = flag.Rules[index];
        return NamesUnknown(rule)
            || _graph.IsInCycle(flag.Key, rule)
            || _graph.IsTooDeep(rule)
            || ReferenceCondition.AllOf(rule).Any(static condition => condition.IsFaulty)
            || HasTooManyPatterns(flag, index)
            || (NeedsBucket(rule) && ReferenceBuckets.OfRule(flag, rule).Formula is { } formula && !ReferenceImportedFormula.IsKnown(formula))
            || IsNoPercentage(rule)
            || FallsShort(rule)
            || ServesNothing(flag, rule);
    }

    /// <summary>An unknown required or excluded flag is a fault, and so is one unknown segment among several; those of a plan count too. Of a flag that cannot be read nothing is known.</summary>
    private bool NamesUnknown(JsonElement rule)
    {
        JsonElement? plan = ReferenceJson.Member(rule, "rollout_plan");
        return ReferenceGraph.NeededBy(rule).Any(flag => ReferenceJson.Member(ReferenceJson.Member(manifest, "flags"), flag) is not { } json || !ReferenceShape.IsReadable(json))
            || ReferenceJson.Texts(rule, "user_segments").Concat(ReferenceJson.Texts(plan, "user_segments"))
                .Any(segment => !ReferenceSegments.IsKnown(manifest, segment));
    }

    /// <summary>A percentage lies between 0 and 100; that of a plan replaces the rule's.</summary>
    private static bool IsNoPercentage(JsonElement rule)
    {
        decimal? percentage = ReferenceJson.Member(rule, "rollout_plan") is { } plan ? ReferenceJson.Decimal(plan, "percentage") : ReferenceJson.Decimal(rule, "rollout_percentage");
        return percentage is < 0 or > 100;
    }

    /// <summary>A gradual plan does not end below its start.</summary>
    private static bool FallsShort(JsonElement rule) => ReferenceJson.Member(rule, "rollout_plan") is { } plan
        && ReferenceJson.TextMember(plan, "strategy") == "gradual"
        && ReferenceJson.Decimal(plan, "end_percentage") < ReferenceJson.Decimal(plan, "start_percentage");

    /// <summary>A flag has at most twenty patterns, counted in the order of its rules, each element of a list; the rules past them are at fault.</summary>
    private static bool HasTooManyPatterns(ReferenceFlag flag, int index)
    {
        int own = Patterns(flag.Rules[index]);
        return own > 0 && flag.Rules.Take(index).Sum(Patterns) + own > ReferenceRegex.MostInAFlag;
    }

    /// <summary>A formula that does not exist is a fault of the rules that would need it: those with a split, a plan, or a percentage between 0 and 100.</summary>
    private static bool NeedsBucket(JsonElement rule) => ReferenceJson.Has(rule, "split")
        || (ReferenceJson.Member(rule, "rollout_plan") is { } plan
            ? ReferenceJson.TextMember(plan, "strategy") is "gradual" or "scheduled" || IsShare(plan, "percentage")
            : IsShare(rule, "rollout_percentage"));

    private static bool IsShare(JsonElement owner, string member) => (ReferenceJson.Decimal(owner, member) ?? 100) is > 0 and < 100;

    private static int Patterns(JsonElement rule) => ReferenceCondition.AllOf(rule).Sum(static condition => condition.Patterns.Count());

    /// <summary>A rule serves a value of the flag's type, a variant, or a split among variants: not two of them, and none only on a boolean flag, where it means true. A split needs variants, also on a boolean flag.</summary>
    private static bool ServesNothing(ReferenceFlag flag, JsonElement rule)
    {
        int given = Servings.Count(name => ReferenceJson.Has(rule, name));
        if (given == 0)
        {
            return flag.Type != "boolean";
        }

        if (given > 1)
        {
            return true;
        }

        if (ReferenceJson.Member(rule, "value") is { } value)
        {
            return !ReferenceVariants.IsOfType(flag, value);
        }

        if (ReferenceJson.TextMember(rule, "variant") is { } variant)
        {
            return ReferenceVariants.ValueOf(flag, variant) is null;
        }

        (string Name, decimal Weight)[] arms = ReferenceSplit.Arms(rule, "split");
        return !ReferenceSplit.IsSound(arms)
            || arms.Any(arm => ReferenceVariants.ValueOf(flag, arm.Name) is null)
            || (flag.Type == "boolean" && !ReferenceVariants.HasVariants(flag));
    }
}
