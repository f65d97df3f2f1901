using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What a rule names of other definitions to keep units out: read by the rule's gate, by the graph of flags and by whatever follows their dependencies.</summary>
internal static class RuleAudience
{
    /// <summary>Lists of segments: of each that has some, the unit must be in one.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SegmentsOf(FeatureFlagRule rule) => [rule.UserSegments, TargetedPlanOf(rule)?.UserSegments ?? []];

    /// <summary>The keys of flags that must be on, or off.</summary>
    public static IEnumerable<(string Key, bool IsRequired)> FlagsOf(FeatureFlagRule rule) =>
    [
        .. rule.RequiredFlags.Select(static key => (key, true)),
        .. rule.ExcludedFlags.Select(static key => (key, false)),
        .. (TargetedPlanOf(rule)?.RequiredFlags ?? []).Select(static key => (key, true)),
    ];

    /// <summary>The keys of flags that a flag's rules need.</summary>
    public static IEnumerable<string> FlagsOf(FeatureFlag flag) => flag.Rules.SelectMany(FlagsOf).Select(static need => need.Key);

    private static RolloutPlan? TargetedPlanOf(FeatureFlagRule rule) => rule.RolloutPlan is { Strategy: RolloutStrategy.Targeted } plan ? plan : null;
}
