using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>What a flag needs of the context in order to decide.</summary>
internal static class ContextNeed
{
    /// <summary>The first thing that the flag reads from the context, for a sentence; null where it decides alike for every context.</summary>
    public static string? Find(ManifestFlag flag)
    {
        if (flag.IsCompileTime || flag.IsRetired)
        {
            return null;
        }

        string flagKey = TargetingKey(flag.Node[FlagMembers.BucketBy.Name]) ?? PredefinedAttributes.UserId;
        foreach (JsonNode rule in flag.Node[FlagMembers.Rules.Name]?.Items ?? [])
        {
            if (FindInRule(rule, flagKey) is { } need)
            {
                return need;
            }
        }

        return flag.Node[FlagMembers.AbTest.Name] is { Kind: JsonKind.Object } test ? Attribute(TargetingKey(test[AbTestMembers.BucketBy.Name]) ?? flagKey) : null;
    }

    private static string? FindInRule(JsonNode rule, string flagKey)
    {
        foreach (JsonMember condition in rule[RuleMembers.Conditions.Name]?.Members ?? [])
        {
            return Attribute(condition.Name);
        }

        JsonNode? plan = rule[RuleMembers.RolloutPlan.Name];
        if ((FindSegment(rule[RuleMembers.UserSegments.Name]) ?? FindSegment(plan?[RolloutPlanMembers.UserSegments.Name])) is { } segment)
        {
            return $"the segment '{segment}'";
        }

        bool needsBucket = IsShare(rule[RuleMembers.RolloutPercentage.Name])
            || IsShare(plan?[RolloutPlanMembers.Percentage.Name])
            || plan?[RolloutPlanMembers.StepPercentage.Name] is not null
            || rule[RuleMembers.Split.Name] is not null;
        return needsBucket ? Attribute(TargetingKey(rule[RuleMembers.BucketBy.Name]) ?? flagKey) : null;
    }

    private static string Attribute(string path) => $"the attribute '{path}'";

    private static string? TargetingKey(JsonNode? bucketBy) => bucketBy is { Kind: JsonKind.String, Text.Length: > 0 } ? bucketBy.Text : null;

    /// <summary>A segment of those that a rule lists, one of which suffices; null where the list includes everybody.</summary>
    private static string? FindSegment(JsonNode? segments)
    {
        string? first = null;
        foreach (JsonNode segment in segments?.Items ?? [])
        {
            if (segment.Text == PredefinedSegments.AllUsers)
            {
                return null;
            }

            first ??= segment.Text;
        }

        return first;
    }

    /// <summary>Whether a percentage takes in some and leaves others out.</summary>
    private static bool IsShare(JsonNode? percentage) => percentage is { Kind: JsonKind.Number, Text: not ("0" or "100") };
}
