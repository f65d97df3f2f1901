namespace Aurum.FlagGen.Testing;

/// <summary>The definitions that the contract saves.</summary>
internal static class ContractFlags
{
    /// <summary>A flag that uses every member.</summary>
    public static FeatureFlag Rich(string key) => FeatureFlag.Parse($$"""
        {
          "key": "{{key}}", "name": "Checkout", "description": "The checkout's flow", "tags": ["ui", "money"], "owner": "team-shop",
          "metadata": { "jira": "SHOP-1", "cost": 2.5, "urgent": true }, "type": "string", "status": "conditional",
          "default_value": "old", "off_value": "none", "variants": { "control": "old", "variant_a": "one page", "variant_b": "one click" },
          "rules": [
            { "name": "Adults", "description": "Of age", "conditions": {
                "user.age": [ { "op": "gte", "value": 18 }, { "op": "lt", "value": 99.5 } ],
                "user.role": { "op": "in", "value": ["admin", "premium"], "ignore_case": true },
                "app.version": { "op": "gt", "value": "1.2.0", "value_type": "semver", "negate": true },
                "user.gone": { "op": "eq", "value": null } },
              "rollout_percentage": 12.345, "user_segments": ["beta_testers"], "required_flags": ["a"], "excluded_flags": ["b"],
              "active_from": "2026-01-01T00:00:00Z", "active_until": "2027-01-01T00:00:00.5Z", "salt": "", "bucket_by": "tenant.id", "variant": "variant_a" },
            { "name": "Ramp", "rollout_plan": { "strategy": "gradual", "start_percentage": 1, "end_percentage": 50, "step_percentage": 0.5,
                "step_interval_hours": 24, "start_time": "2026-02-01T00:00:00Z",
                "guard": { "event": "error", "max_rate": 0.01, "min_units": 1000, "on_breach": "stop" } }, "value": "ramped" },
            { "name": "Split", "bucketing": { "algorithm": "unleash", "seed": "86028157", "resolution": 100, "group": "g", "hint": "h" },
              "split": { "variant_b": 0.001, "control": 99.999 } } ],
          "ab_test": { "variants": { "control": 50, "variant_a": 30, "variant_b": 20 }, "control_variant": "control", "track_events": ["view", "click"],
            "start_date": "2026-03-01T00:00:00Z", "end_date": "2027-12-31T23:59:59Z", "bucket_by": "user_id", "salt": "s",
            "layer": { "name": "checkout", "from": 10, "to": 60.5 } },
          "salt": "old-key", "bucket_by": "user_id", "expires": "2027-03-31", "client_visible": true
        }
        """);

    /// <summary>A flag of a hundred rules, each with a list of a hundred texts.</summary>
    public static FeatureFlag Big(string key) => new()
    {
        Key = key,
        Status = FeatureFlagStatus.Enabled,
        Rules = [.. Enumerable.Range(0, 100).Select(static rule => new FeatureFlagRule
        {
            Name = $"Rule {rule}",
            Conditions = [new FeatureFlagCondition("user_id", "in", FlagValue.From(Enumerable.Range(0, 100).Select(user => $"user-{rule}-{user}")))],
            RolloutPercentage = rule,
        })],
    };
}
