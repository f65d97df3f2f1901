using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>The percentage of a rule, which a plan may move.</summary>
internal static class ReferencePlan
{
    /// <summary>A rule's fixed percentage, 100 unless it says otherwise, which a plan replaces.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="now">The instant, in ticks.</param>
    /// <param name="isTargeted">Whether the plan's own segments and flags let the unit through; asked of a targeted plan only.</param>
    public static decimal PercentageOf(JsonElement rule, long now, Func<JsonElement, bool> isTargeted)
    {
        if (ReferenceJson.Member(rule, "rollout_plan") is not { } plan)
        {
            return ReferenceJson.Decimal(rule, "rollout_percentage") ?? 100;
        }

        decimal percentage = ReferenceJson.Decimal(plan, "percentage") ?? 100;
        return ReferenceJson.TextMember(plan, "strategy") switch
        {
            "gradual" => Gradual(plan, now),
            "scheduled" => ReferenceWindow.Includes(plan, "start_time", "end_time", now) ? percentage : 0,
            "targeted" => isTargeted(plan) ? percentage : 0,
            _ => percentage,
        };
    }

    /// <summary>Nobody before the start; then the starting percentage and one step more for each whole interval gone by, never past the end.</summary>
    private static decimal Gradual(JsonElement plan, long now)
    {
        long start = ReferenceTime.OfDefinition(plan, "start_time")!.Value;
        if (now < start)
        {
            return 0;
        }

        decimal interval = ReferenceJson.Decimal(plan, "step_interval_hours")!.Value * TimeSpan.TicksPerHour;
        decimal steps = Math.Floor((now - start) / interval);
        decimal percentage = ReferenceJson.Decimal(plan, "start_percentage")!.Value + (steps * ReferenceJson.Decimal(plan, "step_percentage")!.Value);
        return Math.Min(percentage, ReferenceJson.Decimal(plan, "end_percentage")!.Value);
    }
}
