using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Writes rules and their rollout plans.</summary>
internal static class FeatureFlagRuleWriter
{
    public static void WriteAll(DefinitionWriter writer, IReadOnlyList<FeatureFlagRule> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }

        writer.BeginList("rules");
        foreach (FeatureFlagRule rule in rules)
        {
            Write(writer, rule);
        }

        writer.EndList();
    }

    /// <summary>One rule by itself.</summary>
    public static string Write(FeatureFlagRule rule)
    {
        DefinitionWriter writer = new();
        Write(writer, rule);
        return writer.ToString();
    }

    private static void Write(DefinitionWriter writer, FeatureFlagRule rule)
    {
        writer.BeginObject();
        writer.Text("name", rule.Name);
        writer.Text("description", rule.Description);
        ConditionWriter.Write(writer, rule.Conditions);
        writer.Number("rollout_percentage", rule.RolloutPercentage, absent: 100);
        WritePlan(writer, rule.RolloutPlan);
        writer.Texts("user_segments", rule.UserSegments);
        writer.Texts("required_flags", rule.RequiredFlags);
        writer.Texts("excluded_flags", rule.ExcludedFlags);
        writer.Time("active_from", rule.ActiveFrom);
        writer.Time("active_until", rule.ActiveUntil);
        writer.Text("salt", rule.Salt);
        writer.Text("bucket_by", rule.BucketBy);
        ExperimentWriter.WriteBucketing(writer, rule.Bucketing);
        writer.Value("value", rule.Value);
        writer.Text("variant", rule.Variant);
        if (rule.Split is not null)
        {
            writer.Weights("split", rule.Split);
        }

        writer.Members(rule.UnknownMembers);
        writer.EndObject();
    }

    private static void WritePlan(DefinitionWriter writer, RolloutPlan? plan)
    {
        if (plan is null)
        {
            return;
        }

        writer.BeginObject("rollout_plan");
        writer.Text("strategy", ManifestWords.RolloutStrategies.WordFor(plan.Strategy));
        writer.Number("percentage", plan.Percentage);
        writer.Number("start_percentage", plan.StartPercentage);
        writer.Number("end_percentage", plan.EndPercentage);
        writer.Number("step_percentage", plan.StepPercentage);
        writer.Number("step_interval_hours", plan.StepIntervalHours);
        writer.Time("start_time", plan.StartTime);
        writer.Time("end_time", plan.EndTime);
        writer.Texts("user_segments", plan.UserSegments);
        writer.Texts("required_flags", plan.RequiredFlags);
        WriteGuard(writer, plan.Guard);
        writer.Members(plan.UnknownMembers);
        writer.EndObject();
    }

    private static void WriteGuard(DefinitionWriter writer, RolloutGuard? guard)
    {
        if (guard is null)
        {
            return;
        }

        writer.BeginObject("guard");
        writer.Text("event", guard.Event);
        writer.Number("max_rate", guard.MaxRate);
        writer.Number("min_units", guard.MinUnits);
        writer.Text("on_breach", guard.OnBreach);
        writer.Members(guard.UnknownMembers);
        writer.EndObject();
    }
}
