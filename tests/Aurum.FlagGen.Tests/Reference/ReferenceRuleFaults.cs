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
            || (ReferenceJson.Member(rule, "bucketing") is { } formula && !ReferenceImportedFormula.IsKnown(formula))
            || IsNoPercentage(rule)
            || FallsShort(rule)
            || SaysTooLittle(rule)
            || ContradictsItself(rule)
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

    /// <summary>A percentage lies between 0 and 100, the rule's own also where that of a plan replaces it, and has at most three decimals.</summary>
    private static bool IsNoPercentage(JsonElement rule) =>
        IsNoPercentage(ReferenceJson.Decimal(rule, "rollout_percentage")) || IsNoPercentage(ReferenceJson.Decimal(ReferenceJson.Member(rule, "rollout_plan"), "percentage"));

    private static bool IsNoPercentage(decimal? percentage) => percentage is < 0 or > 100 || (percentage is { } some && some * 1000 != Math.Truncate(some * 1000));

    /// <summary>A plan by percentage has one; a schedule has a start or an end; and a targeted plan has segments, flags or a percentage.</summary>
    private static bool SaysTooLittle(JsonElement rule) => ReferenceJson.Member(rule, "rollout_plan") is { } plan
        && ReferenceJson.TextMember(plan, "strategy") switch
        {
            "percentage" => !ReferenceJson.Has(plan, "percentage"),
            "scheduled" => !ReferenceJson.Has(plan, "start_time") && !ReferenceJson.Has(plan, "end_time"),
            "targeted" => !ReferenceJson.Texts(plan, "user_segments").Any() && !ReferenceJson.Texts(plan, "required_flags").Any() && !ReferenceJson.Has(plan, "percentage"),
            _ => false,
        };

    /// <summary>A rule that requires and excludes the same flag could never match.</summary>
    private static bool ContradictsItself(JsonElement rule) => ReferenceJson.Texts(rule, "required_flags")
        .Concat(ReferenceJson.Texts(ReferenceJson.Member(rule, "rollout_plan"), "required_flags"))
        .Intersect(ReferenceJson.Texts(rule, "excluded_flags")).Any();

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
            return !ReferenceVariants.IsDeclared(flag, variant) || ReferenceVariants.ValueOf(flag, variant) is null;
        }

        (string Name, decimal Weight)[] arms = ReferenceSplit.Arms(rule, "split");
        return !ReferenceSplit.IsSound(arms)
            || arms.Any(arm => ReferenceVariants.ValueOf(flag, arm.Name) is null)
            || (flag.Type == "boolean" && !ReferenceVariants.HasVariants(flag));
    }
}
