using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads and writes rules and their rollout plans.</summary>
internal static class RuleJson
{
    public static FeatureFlagRule Read(JsonNode node, NodeReader reader)
    {
        reader.IsObject(node, "write a rule, which is an object");
        return new FeatureFlagRule
        {
            Name = reader.RequiredText(node, RuleMembers.Name),
            Description = reader.Text(node[RuleMembers.Description]),
            Conditions = ReadConditions(node[RuleMembers.Conditions], reader),
            RolloutPercentage = reader.Number(node[RuleMembers.RolloutPercentage], absent: 100),
            RolloutPlan = reader.Object(node[RuleMembers.RolloutPlan], "a rollout plan", ReadPlan),
            UserSegments = reader.Texts(node[RuleMembers.UserSegments]),
            RequiredFlags = reader.Texts(node[RuleMembers.RequiredFlags]),
            ExcludedFlags = reader.Texts(node[RuleMembers.ExcludedFlags]),
            ActiveFrom = reader.Time(node[RuleMembers.ActiveFrom]),
            ActiveUntil = reader.Time(node[RuleMembers.ActiveUntil]),
            Salt = reader.Text(node[RuleMembers.Salt]),
            BucketBy = reader.Text(node[RuleMembers.BucketBy]),
            Bucketing = reader.Object(node[RuleMembers.Bucketing], "a bucket formula", ExperimentJson.ReadBucketing),
            Value = reader.Value(node[RuleMembers.Value]),
            Variant = reader.Text(node[RuleMembers.Variant]),
            Split = NodeReader.IsAbsent(node[RuleMembers.Split]) ? null : reader.Weights(node[RuleMembers.Split]),
            UnknownMembers = UnknownMembers.Of(node, RuleMembers.Table),
        };
    }

    private static IReadOnlyList<FeatureFlagCondition> ReadConditions(JsonNode? node, NodeReader reader) =>
        reader.IsWithinLimit(node, ConditionJson.Count(node), ManifestLimits.Conditions, "conditions") ? ConditionJson.Read(node, reader) : [];

    private static RolloutPlan ReadPlan(NodeReader reader, JsonNode node)
    {
        if (node[RolloutPlanMembers.Strategy] is null)
        {
            reader.ReportMissing(node, RolloutPlanMembers.Strategy);
        }

        RolloutStrategy strategy = reader.Word(node[RolloutPlanMembers.Strategy], ManifestWords.RolloutStrategies);
        return new RolloutPlan
        {
            Strategy = strategy,
            Percentage = reader.OptionalNumber(node[RolloutPlanMembers.Percentage]),
            StartPercentage = reader.OptionalNumber(node[RolloutPlanMembers.StartPercentage]),
            EndPercentage = reader.OptionalNumber(node[RolloutPlanMembers.EndPercentage]),
            StepPercentage = reader.OptionalNumber(node[RolloutPlanMembers.StepPercentage]),
            StepIntervalHours = reader.OptionalNumber(node[RolloutPlanMembers.StepIntervalHours]),
            StartTime = reader.Time(node[RolloutPlanMembers.StartTime]),
            EndTime = reader.Time(node[RolloutPlanMembers.EndTime]),
            UserSegments = reader.Texts(node[RolloutPlanMembers.UserSegments]),
            RequiredFlags = reader.Texts(node[RolloutPlanMembers.RequiredFlags]),
            Guard = reader.Object(node[RolloutPlanMembers.Guard], "a guard", ReadGuard),
            UnknownMembers = UnknownMembers.Of(node, KnownMembers(node, strategy)),
        };
    }

    /// <summary>What a plan has a place for. A list of nothing would leave no trace, so that one which the strategy lacks is carried along as it is: the rule is at fault.</summary>
    private static MemberTable KnownMembers(JsonNode plan, RolloutStrategy strategy)
    {
        MemberTable known = RolloutPlanMembers.Table;
        foreach (ManifestMember list in (ReadOnlySpan<ManifestMember>)[RolloutPlanMembers.UserSegments, RolloutPlanMembers.RequiredFlags])
        {
            if (plan[list] is { Kind: JsonKind.Array, Items.Count: 0 } && !RolloutStrategyMembers.Of(strategy).Allows(list))
            {
                known = known.Without(list);
            }
        }

        return known;
    }

    private static RolloutGuard ReadGuard(NodeReader reader, JsonNode node) => new(
        reader.RequiredText(node, GuardMembers.Event),
        reader.RequiredNumber(node, GuardMembers.MaxRate),
        reader.Integer(node[GuardMembers.MinUnits]) ?? 0,
        reader.RequiredText(node, GuardMembers.OnBreach))
    {
        UnknownMembers = UnknownMembers.Of(node, GuardMembers.Table),
    };

    /// <summary>One rule by itself.</summary>
    public static string Write(FeatureFlagRule rule)
    {
        DefinitionWriter writer = new();
        writer.BeginObject();
        WriteMembers(writer, rule);
        writer.EndObject();
        return writer.ToString();
    }

    public static void WriteMembers(DefinitionWriter writer, FeatureFlagRule rule)
    {
        writer.Text(RuleMembers.Name, rule.Name);
        writer.Text(RuleMembers.Description, rule.Description);
        writer.Object(RuleMembers.Conditions, rule.Conditions.Count == 0 ? null : rule.Conditions, ConditionJson.WriteMembers);
        writer.Number(RuleMembers.RolloutPercentage, rule.RolloutPercentage == 100 ? null : rule.RolloutPercentage);
        writer.Object(RuleMembers.RolloutPlan, rule.RolloutPlan, WritePlan);
        writer.Texts(RuleMembers.UserSegments, rule.UserSegments);
        writer.Texts(RuleMembers.RequiredFlags, rule.RequiredFlags);
        writer.Texts(RuleMembers.ExcludedFlags, rule.ExcludedFlags);
        writer.Time(RuleMembers.ActiveFrom, rule.ActiveFrom);
        writer.Time(RuleMembers.ActiveUntil, rule.ActiveUntil);
        writer.Text(RuleMembers.Salt, rule.Salt);
        writer.Text(RuleMembers.BucketBy, rule.BucketBy);
        writer.Object(RuleMembers.Bucketing, rule.Bucketing, ExperimentJson.WriteBucketing);
        writer.Value(RuleMembers.Value, rule.Value);
        writer.Text(RuleMembers.Variant, rule.Variant);
        writer.Weights(RuleMembers.Split, rule.Split);
        writer.Members(rule.UnknownMembers);
    }

    private static void WritePlan(DefinitionWriter writer, RolloutPlan plan)
    {
        writer.Text(RolloutPlanMembers.Strategy, ManifestWords.RolloutStrategies.WordFor(plan.Strategy));
        writer.Number(RolloutPlanMembers.Percentage, plan.Percentage);
        writer.Number(RolloutPlanMembers.StartPercentage, plan.StartPercentage);
        writer.Number(RolloutPlanMembers.EndPercentage, plan.EndPercentage);
        writer.Number(RolloutPlanMembers.StepPercentage, plan.StepPercentage);
        writer.Number(RolloutPlanMembers.StepIntervalHours, plan.StepIntervalHours);
        writer.Time(RolloutPlanMembers.StartTime, plan.StartTime);
        writer.Time(RolloutPlanMembers.EndTime, plan.EndTime);
        writer.Texts(RolloutPlanMembers.UserSegments, plan.UserSegments);
        writer.Texts(RolloutPlanMembers.RequiredFlags, plan.RequiredFlags);
        writer.Object(RolloutPlanMembers.Guard, plan.Guard, WriteGuard);
        writer.Members(plan.UnknownMembers);
    }

    private static void WriteGuard(DefinitionWriter writer, RolloutGuard guard)
    {
        writer.Text(GuardMembers.Event, guard.Event);
        writer.Number(GuardMembers.MaxRate, guard.MaxRate);
        writer.Number(GuardMembers.MinUnits, guard.MinUnits);
        writer.Text(GuardMembers.OnBreach, guard.OnBreach);
        writer.Members(guard.UnknownMembers);
    }
}
