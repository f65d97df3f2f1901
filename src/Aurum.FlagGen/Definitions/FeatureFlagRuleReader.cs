using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads a rule of a flag, and the rollout plan in it.</summary>
internal static class FeatureFlagRuleReader
{
    public static FeatureFlagRule Read(JsonNode node, NodeReader reader)
    {
        reader.IsObject(node, "write a rule, which is an object");
        return new FeatureFlagRule
        {
            Name = reader.RequiredText(node, "name"),
            Description = reader.Text(node["description"]),
            Conditions = ReadConditions(node["conditions"], reader),
            RolloutPercentage = reader.Number(node["rollout_percentage"], absent: 100),
            RolloutPlan = ReadPlan(node["rollout_plan"], reader),
            UserSegments = reader.Texts(node["user_segments"]),
            RequiredFlags = reader.Texts(node["required_flags"]),
            ExcludedFlags = reader.Texts(node["excluded_flags"]),
            ActiveFrom = reader.Time(node["active_from"]),
            ActiveUntil = reader.Time(node["active_until"]),
            Salt = reader.Text(node["salt"]),
            BucketBy = reader.Text(node["bucket_by"]),
            Bucketing = ExperimentReader.ReadBucketing(node["bucketing"], reader),
            Value = reader.Value(node["value"]),
            Variant = reader.Text(node["variant"]),
            Split = NodeReader.IsAbsent(node["split"]) ? null : reader.Weights(node["split"]),
            UnknownMembers = UnknownMembers.Of(node, RuleMembers.Table),
        };
    }

    private static IReadOnlyList<FeatureFlagCondition> ReadConditions(JsonNode? node, NodeReader reader) =>
        reader.IsWithinLimit(node, ConditionReader.Count(node), ManifestLimits.Conditions, "conditions") ? ConditionReader.Read(node, reader) : [];

    private static RolloutPlan? ReadPlan(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write a rollout plan, which is an object"))
        {
            return null;
        }

        if (node["strategy"] is null)
        {
            reader.Report(node, "add the member \"strategy\"");
        }

        RolloutStrategy strategy = reader.Word(node["strategy"], ManifestWords.RolloutStrategies);
        return new RolloutPlan
        {
            Strategy = strategy,
            Percentage = reader.OptionalNumber(node["percentage"]),
            StartPercentage = reader.OptionalNumber(node["start_percentage"]),
            EndPercentage = reader.OptionalNumber(node["end_percentage"]),
            StepPercentage = reader.OptionalNumber(node["step_percentage"]),
            StepIntervalHours = reader.OptionalNumber(node["step_interval_hours"]),
            StartTime = reader.Time(node["start_time"]),
            EndTime = reader.Time(node["end_time"]),
            UserSegments = reader.Texts(node["user_segments"]),
            RequiredFlags = reader.Texts(node["required_flags"]),
            Guard = ReadGuard(node["guard"], reader),
            UnknownMembers = UnknownMembers.Of(node, KnownMembers(node, strategy)),
        };
    }

    /// <summary>What a plan has a place for. A list of nothing would leave no trace, so that one which the strategy lacks is carried along as it is: the rule is at fault.</summary>
    private static MemberTable KnownMembers(JsonNode plan, RolloutStrategy strategy)
    {
        MemberTable known = RolloutPlanMembers.Table;
        foreach (ManifestMember list in (ReadOnlySpan<ManifestMember>)[RolloutPlanMembers.UserSegments, RolloutPlanMembers.RequiredFlags])
        {
            if (plan[list.Name] is { Kind: JsonKind.Array, Items.Count: 0 } && !RolloutStrategyMembers.Of(strategy).Allows(list))
            {
                known = known.Without(list);
            }
        }

        return known;
    }

    private static RolloutGuard? ReadGuard(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write a guard, which is an object"))
        {
            return null;
        }

        return new RolloutGuard(
            reader.RequiredText(node, "event"),
            reader.RequiredNumber(node, "max_rate"),
            reader.Integer(node["min_units"]) ?? 0,
            reader.RequiredText(node, "on_breach"))
        {
            UnknownMembers = UnknownMembers.Of(node, GuardMembers.Table),
        };
    }
}
