using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Model.Members;

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
            Conditions = ConditionReader.Read(node["conditions"], reader),
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

        return new RolloutPlan
        {
            Strategy = reader.Word(node["strategy"], ManifestWords.RolloutStrategies),
            Percentage = reader.Number(node["percentage"], absent: 100),
            StartPercentage = reader.Number(node["start_percentage"]),
            EndPercentage = reader.Number(node["end_percentage"], absent: 100),
            StepPercentage = reader.Number(node["step_percentage"]),
            StepIntervalHours = reader.Number(node["step_interval_hours"]),
            StartTime = reader.Time(node["start_time"]),
            EndTime = reader.Time(node["end_time"]),
            UserSegments = reader.Texts(node["user_segments"]),
            RequiredFlags = reader.Texts(node["required_flags"]),
            Guard = ReadGuard(node["guard"], reader),
            UnknownMembers = UnknownMembers.Of(node, RolloutPlanMembers.Table),
        };
    }

    private static RolloutGuard? ReadGuard(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write a guard, which is an object"))
        {
            return null;
        }

        return new RolloutGuard(
            reader.RequiredText(node, "event"),
            reader.Number(node["max_rate"]),
            reader.Integer(node["min_units"]) ?? 0,
            reader.RequiredText(node, "on_breach"));
    }
}
