using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.ManifestCase;

namespace Aurum.FlagGen.Manifest.Tests.Checking.Cases;

/// <summary>What is allowed and yet hardly meant.</summary>
internal static class AdviceCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        new(ManifestRules.Unreachable, "after everybody",
            WithRules(""" { "name": "All" }, { "name": [|"Some"|], "conditions": { "a": 1 } } """),
            "Rule 'Some' of flag 'x' is never reached, because rule 'All' before it takes everybody whom it could match; move it up or remove it", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "Some", "conditions": { "a": 1 } }, { "name": "All" } """)),
        new(ManifestRules.Unreachable, "after a wider rule",
            WithRules(""" { "name": "Wide", "user_segments": ["beta_testers", "power_users"], "conditions": { "a": 1 } }, { "name": [|"Narrow"|], "user_segments": ["power_users"], "conditions": { "a": 1, "b": 2 } } """),
            "Rule 'Narrow' of flag 'x' is never reached, because rule 'Wide' before it takes everybody whom it could match; move it up or remove it", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "Wide", "user_segments": ["beta_testers"], "conditions": { "a": 1 } }, { "name": "Narrow", "user_segments": ["power_users"], "conditions": { "a": 1, "b": 2 } } """)),
        new(ManifestRules.RolloutReachesNobody, "smaller",
            WithRules(""" { "name": "A", "rollout_percentage": 25 }, { "name": [|"B"|], "rollout_percentage": 10, "conditions": { "a": 1 } } """),
            "Rule 'B' of flag 'x' lets 10 % through with the salt of rule 'A' before it, which lets 25 % of the same people through, so it reaches nobody; raise its percentage, move it up or give it a 'salt'", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "rollout_percentage": 25 }, { "name": "B", "rollout_percentage": 10, "conditions": { "a": 1 }, "salt": "b" } """)),
        new(ManifestRules.RolloutReachesNobody, "equal",
            WithRules(""" { "name": "A", "rollout_percentage": 25, "salt": "x" }, { "name": [|"B"|], "rollout_percentage": 25 } """),
            "Rule 'B' of flag 'x' lets 25 % through with the salt of rule 'A' before it, which lets 25 % of the same people through, so it reaches nobody; raise its percentage, move it up or give it a 'salt'", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "rollout_percentage": 25 }, { "name": "B", "rollout_percentage": 25.001 } """)),
        new(ManifestRules.RolloutReachesNobody, "not for others",
            WithRules(""" { "name": "A", "rollout_percentage": 25 }, { "name": [|"B"|], "rollout_percentage": 25 } """),
            "Rule 'B' of flag 'x' lets 25 % through with the salt of rule 'A' before it, which lets 25 % of the same people through, so it reaches nobody; raise its percentage, move it up or give it a 'salt'", SchemaVerdict.CannotSay,
            WithRules(""" { "name": "A", "conditions": { "a": 1 }, "rollout_percentage": 25 }, { "name": "B", "rollout_percentage": 25 } """)),
        new(ManifestRules.AlwaysOff, "enabled",
            Flag(""" "status": [|"enabled"|] """),
            "Flag 'x' is enabled with the default false and has neither rules nor a test, so it can only be off; set 'default_value' to true or add a rule", SchemaVerdict.CannotSay,
            Flag(""" "status": "enabled", "default_value": true """)),
        new(ManifestRules.AlwaysOff, "rules that are empty",
            Flag(""" "status": [|"enabled"|], "rules": [] """),
            "Flag 'x' is enabled with the default false and has neither rules nor a test, so it can only be off; set 'default_value' to true or add a rule", SchemaVerdict.CannotSay,
            Flag(""" "status": "enabled", "rules": [ { "name": "A" } ] """)),
        new(ManifestRules.MatchesMissing, "neq",
            Conditions(""" "user.nick": { "op": [|"neq"|], "value": "x" } """),
            "Rule 'A' of flag 'x' uses 'neq' on 'user.nick', which is not required, so it also matches where that is missing; declare it as required, or add the condition that it is not null", SchemaVerdict.CannotSay,
            Conditions(""" "user.name": { "op": "neq", "value": "x" } """)),
        new(ManifestRules.MatchesMissing, "nin",
            Conditions(""" "user.nick": { "op": [|"nin"|], "value": ["x"] } """),
            "Rule 'A' of flag 'x' uses 'nin' on 'user.nick', which is not required, so it also matches where that is missing; declare it as required, or add the condition that it is not null", SchemaVerdict.CannotSay,
            Conditions(""" "user.nick": [ { "op": "nin", "value": ["x"] }, { "op": "neq", "value": null } ] """)),
        new(ManifestRules.ComparedAsText, "datetime",
            Conditions(""" "user.since": { "op": [|"gte"|], "value": "2027-01-01" } """),
            "Rule 'A' of flag 'x' uses 'gte' on 'user.since' without a value type, which compares the datetime as plain text; add \"value_type\": \"datetime\"", SchemaVerdict.CannotSay,
            Conditions(""" "user.since": { "op": "gte", "value": "2027-01-01", "value_type": "datetime" } """)),
        new(ManifestRules.ComparedAsText, "version",
            Conditions(""" "app.version": [|"10.2"|] """),
            "Rule 'A' of flag 'x' uses 'eq' on 'app.version' without a value type, which compares the version as plain text; add \"value_type\": \"version\"", SchemaVerdict.CannotSay,
            Conditions(""" "app.version": { "op": "eq", "value": "10.2", "value_type": "string" } """)),
    ];
}
