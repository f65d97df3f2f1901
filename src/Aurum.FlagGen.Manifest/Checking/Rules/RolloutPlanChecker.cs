using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A rollout whose percentage follows time or other flags.</summary>
internal sealed class RolloutPlanChecker(CheckContext check, ScalarChecker scalars, ReferenceChecker references)
{
    /// <param name="flagKey">The flag that has the plan.</param>
    /// <param name="named">Takes the flags that the plan requires, as far as they are known.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>The flags that the plan requires, known or not.</returns>
    public IReadOnlyList<JsonNode> Check(string flagKey, List<FlagReference> named, JsonNode plan)
    {
        CheckedObject members = CheckedObject.Read(check, plan, RolloutPlanMembers.Table);
        if (!members.Has(RolloutPlanMembers.Strategy))
        {
            check.Report(
                ManifestRules.MissingMember, members.Opening, RolloutPlanMembers.Strategy.Name, "write one of " + string.Join(", ", ManifestWords.RolloutStrategies.Words));
        }

        if (scalars.Word(RolloutPlanMembers.Strategy.Name, members[RolloutPlanMembers.Strategy], ManifestWords.RolloutStrategies) is { } strategy)
        {
            CheckMembers(plan, members, strategy);
        }

        scalars.Percentage(RolloutPlanMembers.Percentage.Name, members[RolloutPlanMembers.Percentage]);
        CheckSteps(members);
        scalars.Window(RolloutPlanMembers.StartTime.Name, members[RolloutPlanMembers.StartTime], RolloutPlanMembers.EndTime.Name, members[RolloutPlanMembers.EndTime]);
        if (members[RolloutPlanMembers.Guard] is { } guard)
        {
            CheckGuard(guard);
        }

        references.CheckSegments(RolloutPlanMembers.UserSegments.Name, members[RolloutPlanMembers.UserSegments]);
        return references.CheckFlags(flagKey, named, RolloutPlanMembers.RequiredFlags.Name, members[RolloutPlanMembers.RequiredFlags]);
    }

    private void CheckMembers(JsonNode plan, CheckedObject members, RolloutStrategy strategy)
    {
        RolloutStrategyMembers table = RolloutStrategyMembers.Of(strategy);
        string word = ManifestWords.RolloutStrategies.WordFor(strategy);
        foreach (ManifestMember member in table.Required)
        {
            if (!members.Has(member))
            {
                check.Report(ManifestRules.MissingMember, members.Opening, member.Name, $"a {word} rollout needs it, so add it");
            }
        }

        foreach (JsonMember member in plan.Members)
        {
            if (RolloutPlanMembers.Table.Find(member.Name) is { } known && !table.Allows(known))
            {
                check.Report(ManifestRules.RolloutPlan, member.NameRange, $"has '{member.Name}', which a {word} rollout does not read", "remove it, or change the strategy");
            }
        }

        if (table.OneOf.Count > 0 && !table.OneOf.Any(member => members.Has(member) && members[member] is not { Kind: JsonKind.Array, Items.Count: 0 }))
        {
            string names = Phrases.Neither([.. table.OneOf.Select(static member => $"'{member.Name}'")]);
            check.Report(ManifestRules.RolloutPlan, members.Opening, $"is {word} and has {names}", "add one of them");
        }
    }

    private void CheckSteps(CheckedObject members)
    {
        int? start = scalars.Percentage(RolloutPlanMembers.StartPercentage.Name, members[RolloutPlanMembers.StartPercentage]);
        int? end = scalars.Percentage(RolloutPlanMembers.EndPercentage.Name, members[RolloutPlanMembers.EndPercentage]);
        if (end < start)
        {
            check.Report(ManifestRules.RolloutPlan, members[RolloutPlanMembers.EndPercentage]!.Range, "ends at a lower percentage than it starts", "a ramp only ever adds people, so raise 'end_percentage'");
        }

        if (scalars.Percentage(RolloutPlanMembers.StepPercentage.Name, members[RolloutPlanMembers.StepPercentage]) == 0)
        {
            check.Report(ManifestRules.RolloutPlan, members[RolloutPlanMembers.StepPercentage]!.Range, "never grows, because its step is 0", "write a 'step_percentage' above 0");
        }

        if (members[RolloutPlanMembers.StepIntervalHours] is { } interval && !(NumberText.TryParse(interval.Text, out double hours) && hours > 0))
        {
            check.Report(ManifestRules.RolloutPlan, interval.Range, $"has steps of {Phrases.Shorten(interval.Text)} hours", "write a 'step_interval_hours' above 0");
        }
    }

    private void CheckGuard(JsonNode guard)
    {
        CheckedObject members = CheckedObject.Read(check, guard, GuardMembers.Table);
        foreach (ManifestMember member in GuardMembers.Table.Members)
        {
            if (!members.Has(member))
            {
                check.Report(ManifestRules.MissingMember, members.Opening, member.Name, "a guard has an event, max_rate, min_units and on_breach");
            }
        }

        scalars.Word(GuardMembers.OnBreach.Name, members[GuardMembers.OnBreach], ManifestWords.GuardActions);
        if (members[GuardMembers.MaxRate] is { } rate && !(NumberText.TryParse(rate.Text, out double share) && share is >= 0 and <= 1))
        {
            check.Report(ManifestRules.RolloutPlan, rate.Range, $"has a guard that accepts the rate {Phrases.Shorten(rate.Text)}", "write a share from 0 to 1, such as 0.02");
        }

        if (members[GuardMembers.MinUnits] is { } units && !(NumberText.TryParseInt32(units.Text, out int count) && count > 0))
        {
            check.Report(ManifestRules.RolloutPlan, units.Range, $"has a guard that waits for {Phrases.Shorten(units.Text)} units", "write a whole number above 0");
        }
    }
}
