using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.ManifestCase;

namespace Aurum.FlagGen.Manifest.Tests.Checking.Cases;

/// <summary>Percentages and rollout plans.</summary>
internal static class RolloutCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        new(ManifestRules.Percentage, "above 100",
            WithRules(""" { "name": "A", "rollout_percentage": [|101|] } """),
            "Rule 'A' of flag 'x' gives 'rollout_percentage' the number 101; write a percentage from 0 to 100 with at most 3 decimals", SchemaVerdict.Rejects,
            WithRules(""" { "name": "A", "rollout_percentage": 100 } """)),
        new(ManifestRules.Percentage, "negative",
            WithRules(""" { "name": "A", "rollout_percentage": [|-1|] } """),
            "Rule 'A' of flag 'x' gives 'rollout_percentage' the number -1; write a percentage from 0 to 100 with at most 3 decimals", SchemaVerdict.Rejects,
            WithRules(""" { "name": "A", "rollout_percentage": 0 } """)),
        new(ManifestRules.Percentage, "decimals",
            WithRules(""" { "name": "A", "rollout_percentage": [|0.1234|] } """),
            "Rule 'A' of flag 'x' gives 'rollout_percentage' the number 0.1234; write a percentage from 0 to 100 with at most 3 decimals", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "rollout_percentage": 0.123 } """)),
        new(ManifestRules.Percentage, "holdout",
            """{ "layers": { "l": { "holdout": [|200|] } }, "flags": { } }""",
            "Layer 'l' gives 'holdout' the number 200; write a percentage from 0 to 100 with at most 3 decimals", SchemaVerdict.Rejects,
            """{ "layers": { "l": { "holdout": 20 } }, "flags": { } }"""),
        new(ManifestRules.RolloutPlan, "member of another strategy",
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "percentage", "percentage": 5, [|"start_time"|]: "2027-01-01" } } """),
            "The rollout plan of rule 'A' of flag 'x' has 'start_time', which a percentage rollout does not read; remove it, or change the strategy", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "scheduled", "percentage": 5, "start_time": "2027-01-01" } } """)),
        new(ManifestRules.RolloutPlan, "downwards",
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "gradual", "start_percentage": 50, "end_percentage": [|20|], "step_percentage": 5, "step_interval_hours": 1, "start_time": "2027-01-01" } } """),
            "The rollout plan of rule 'A' of flag 'x' ends at a lower percentage than it starts; a ramp only ever adds people, so raise 'end_percentage'", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "gradual", "start_percentage": 20, "end_percentage": 50, "step_percentage": 5, "step_interval_hours": 0.5, "start_time": "2027-01-01" } } """)),
        new(ManifestRules.RolloutPlan, "no step",
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "gradual", "step_percentage": [|0|], "step_interval_hours": 1, "start_time": "2027-01-01" } } """),
            "The rollout plan of rule 'A' of flag 'x' never grows, because its step is 0; write a 'step_percentage' above 0", SchemaVerdict.Rejects,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "gradual", "step_percentage": 1, "step_interval_hours": 1, "start_time": "2027-01-01" } } """)),
        new(ManifestRules.RolloutPlan, "no interval",
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "gradual", "step_percentage": 1, "step_interval_hours": [|0|], "start_time": "2027-01-01" } } """),
            "The rollout plan of rule 'A' of flag 'x' has steps of 0 hours; write a 'step_interval_hours' above 0", SchemaVerdict.Rejects,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "gradual", "step_percentage": 1, "step_interval_hours": 24, "start_time": "2027-01-01" } } """)),
        new(ManifestRules.RolloutPlan, "schedule without times",
            WithRules(""" { "name": "A", "rollout_plan": [|{|] "strategy": "scheduled" } } """),
            "The rollout plan of rule 'A' of flag 'x' is scheduled and has neither 'start_time' nor 'end_time'; add one of them", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "scheduled", "end_time": "2027-01-01" } } """)),
        new(ManifestRules.RolloutPlan, "rate",
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "percentage", "percentage": 5, "guard": { "event": "error", "max_rate": [|2|], "min_units": 100, "on_breach": "stop" } } } """),
            "The rollout plan of rule 'A' of flag 'x' has a guard that accepts the rate 2; write a share from 0 to 1, such as 0.02", SchemaVerdict.Rejects,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "percentage", "percentage": 5, "guard": { "event": "error", "max_rate": 0.02, "min_units": 100, "on_breach": "stop" } } } """)),
        new(ManifestRules.RolloutPlan, "units",
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "percentage", "percentage": 5, "guard": { "event": "error", "max_rate": 1, "min_units": [|0.5|], "on_breach": "fall_back" } } } """),
            "The rollout plan of rule 'A' of flag 'x' has a guard that waits for 0.5 units; write a whole number above 0", SchemaVerdict.Rejects,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "percentage", "percentage": 5, "guard": { "event": "error", "max_rate": 1, "min_units": 1, "on_breach": "fall_back" } } } """)),
        new(ManifestRules.MissingMember, "start of a ramp",
            WithRules(""" { "name": "A", "rollout_plan": [|{|] "strategy": "gradual", "step_percentage": 1, "step_interval_hours": 1 } } """),
            "The rollout plan of rule 'A' of flag 'x' has no 'start_time'; a gradual rollout needs it, so add it", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "gradual", "step_percentage": 1, "step_interval_hours": 1, "start_time": "2027-01-01" } } """)),
        new(ManifestRules.UnknownWord, "strategy",
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": [|"gradually"|] } } """),
            "The rollout plan of rule 'A' of flag 'x' gives 'strategy' the unknown word 'gradually'; did you mean 'gradual'?", SchemaVerdict.Rejects,
            WithRules(""" { "name": "A", "rollout_plan": { "strategy": "targeted", "user_segments": ["beta_testers"] } } """)),
    ];
}
