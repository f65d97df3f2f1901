using System.Text.Json.Nodes;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Tests.Definitions;

/// <summary>What the tables of members list is read and written: a member that a definition dropped would be lost with the next write.</summary>
public sealed class MemberTableTests
{
    private const string Everything = """
        {
          "key": "k", "name": "n", "description": "d", "tags": ["t"], "owner": "o", "created_by": "c", "created_at": "2027-01-01T00:00:00Z",
          "updated_at": "2027-01-02T00:00:00Z", "metadata": { "a": 1 }, "accessor": "A", "type": "string", "status": "enabled", "default_value": "x",
          "off_value": "y", "variants": { "a": "x" }, "salt": "s", "bucket_by": "tenant.id", "expires": "2027-03-31", "permanent": true,
          "bucketing": { "algorithm": "growthbook", "seed": "s", "resolution": 1000, "group": "g", "hint": "h" },
          "lifecycle": "retired", "keep": "x", "retired_at": "2027-01-03T00:00:00Z", "evaluation": "compile_time", "emit": "switch",
          "values": { "Debug": true }, "client_visible": true, "sensitive": true, "payload_schema": { "type": "object" }, "version": 3,
          "rules": [
            {
              "name": "A", "description": "d", "rollout_percentage": 25, "user_segments": ["s"], "required_flags": ["f"], "excluded_flags": ["g"],
              "active_from": "2027-01-01T00:00:00Z", "active_until": "2027-01-02T00:00:00Z", "salt": "s", "bucket_by": "tenant.id",
              "bucketing": { "algorithm": "flagd" }, "value": "x", "variant": "a", "split": { "a": 100 },
              "conditions": { "a": { "op": "eq", "value": "x", "value_type": "string", "ignore_case": true, "negate": true } },
              "rollout_plan": {
                "strategy": "gradual", "percentage": 1, "start_percentage": 5, "end_percentage": 50, "step_percentage": 5, "step_interval_hours": 24,
                "start_time": "2027-01-01T00:00:00Z", "end_time": "2027-02-01T00:00:00Z", "user_segments": ["s"], "required_flags": ["f"],
                "guard": { "event": "e", "max_rate": 0.1, "min_units": 10, "on_breach": "stop" }
              }
            }
          ],
          "ab_test": {
            "variants": { "a": 100 }, "control_variant": "a", "track_events": ["e"], "start_date": "2027-01-01T00:00:00Z",
            "end_date": "2027-02-01T00:00:00Z", "bucket_by": "tenant.id", "salt": "s", "layer": { "name": "l", "from": 10, "to": 20 }
          }
        }
        """;

    private static readonly Dictionary<string, MemberTable> Tables = new()
    {
        ["$"] = FlagMembers.Table,
        ["$.rules[0]"] = RuleMembers.Table,
        ["$.rules[0].conditions.a"] = ConditionMembers.Table,
        ["$.rules[0].rollout_plan"] = RolloutPlanMembers.Table,
        ["$.rules[0].rollout_plan.guard"] = GuardMembers.Table,
        ["$.ab_test"] = AbTestMembers.Table,
        ["$.ab_test.layer"] = LayerRangeMembers.Table,
        ["$.bucketing"] = BucketingMembers.Table,
    };

    public static TheoryData<string> Paths { get; } = [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Member_OfATable_SurvivesReadingAndWriting(string path)
    {
        JsonNode written = JsonNode.Parse(FeatureFlag.Parse(Everything).ToJson())!;

        ObjectsOf(written).Single(found => found.GetPath() == path).Select(static member => member.Key)
            .ShouldBe(Tables[path].Members.Select(static member => member.Name), ignoreOrder: true);
    }

    private static IEnumerable<JsonObject> ObjectsOf(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(static member => ObjectsOf(member.Value)).Prepend(found),
        JsonArray list => list.SelectMany(ObjectsOf),
        _ => [],
    };
}
