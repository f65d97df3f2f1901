using Aurum.FlagGen.Definitions;
using CsCheck;

namespace Aurum.FlagGen.Tests.Definitions;

public sealed class FeatureFlagJsonTests
{
    [Fact]
    public void Parse_WhatToJsonWrote_GivesTheSameDefinition() =>
        RandomFlags.Any.Sample(static flag => FeatureFlag.Parse(flag.ToJson()).ToJson().ShouldBe(flag.ToJson()), iter: 3_000);

    [Fact]
    public void ReadBack_EveryMember_IsNotLostOnBothWays()
    {
        const string Json = """{"key":"k","name":"n","description":"d","tags":["t"],"owner":"o","created_by":"c","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00.5Z","metadata":{"a":1,"b":"x"},"accessor":"A","type":"string","status":"conditional","default_value":"x","off_value":"y","variants":{"b":"x","a":"y"},"rules":[{"name":"r","description":"d","conditions":{"u.a":[{"op":"gte","value":1,"value_type":"number"},{"op":"lt","value":9}],"u.b":{"op":"in","value":["x"],"ignore_case":true,"negate":true}},"rollout_percentage":12.345,"rollout_plan":{"strategy":"gradual","start_percentage":1,"end_percentage":50,"step_percentage":0.5,"step_interval_hours":24,"start_time":"2026-02-01T00:00:00Z","end_time":"2026-03-01T00:00:00Z","user_segments":["s"],"required_flags":["f"],"guard":{"event":"e","max_rate":0.01,"min_units":10,"on_breach":"stop"}},"user_segments":["s"],"required_flags":["f"],"excluded_flags":["g"],"active_from":"2026-01-01T00:00:00Z","active_until":"2027-01-01T00:00:00Z","salt":"","bucket_by":"t","bucketing":{"algorithm":"unleash","seed":"1","resolution":100,"group":"g","hint":"h"},"variant":"a"},{"name":"s","split":{"b":1,"a":99}},{"name":"v","value":"z"}],"ab_test":{"variants":{"b":50,"a":50},"control_variant":"b","track_events":["e"],"start_date":"2026-01-01T00:00:00Z","end_date":"2027-01-01T00:00:00Z","bucket_by":"t","salt":"s","layer":{"name":"l","from":0,"to":10}},"salt":"s","bucket_by":"t","bucketing":{"algorithm":"flagd"},"expires":"2027-03-31","permanent":true,"lifecycle":"retired","keep":"x","retired_at":"2026-05-01T00:00:00Z","evaluation":"compile_time","client_visible":true,"sensitive":true,"payload_schema":{"type":"object"},"version":7,"emit":"const","future":{"a":[1]}}""";

        FeatureFlag.Parse(Json).ToJson().ShouldBe(Json);
    }

    /// <summary>
    /// A definition made in code may have any number of them: to write it must not take the square of that.
    /// </summary>
    [Fact]
    public void ToJson_ManyConditions_ReadsEachAFewTimes()
    {
        CountingList<FeatureFlagCondition> conditions = new([.. Enumerable.Range(0, 1_000).Select(static i => new FeatureFlagCondition($"a{i % 500}", "eq", i))]);
        FeatureFlag flag = new() { Key = "k", Rules = [new FeatureFlagRule { Name = "r", Conditions = conditions }] };

        flag.ToJson().ShouldContain("""
            "a0":[{"op":"eq","value":0},{"op":"eq","value":500}],"a1":[
            """.Trim());

        conditions.Reads.ShouldBeInRange(1_000, 5_000);
    }

    [Fact]
    public void ToJson_DefaultsAlone_WritesTheKeyAlone() => new FeatureFlag { Key = "k" }.ToJson().ShouldBe("""{"key":"k"}""");

    [Theory]
    [InlineData("""{"user.role":"admin"}""", "user.role eq \"admin\"")]
    [InlineData("""{"user.role":null}""", "user.role eq null")]
    [InlineData("""{"user.age":{"op":"gte","value":18}}""", "user.age gte 18")]
    [InlineData("""{"b":1,"a":[{"op":"gt","value":1},{"op":"lt","value":5}],"c":{"op":"in","value":[1,2]}}""", "b eq 1; a gt 1; a lt 5; c in [1,2]")]
    [InlineData("""{"a":{"op":"no_such","value":1}}""", "a no_such 1")]
    public void Parse_Conditions_KeepsThemInOrder(string conditions, string expected)
    {
        FeatureFlag flag = FeatureFlag.Parse($$"""{"key":"k","rules":[{"name":"r","conditions":{{conditions}}}]}""");

        string.Join("; ", flag.Rules[0].Conditions.Select(static c => $"{c.Attribute} {c.Operator} {c.Value}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""[1]""", "The flag cannot be read: there is a list; write an object.")]
    [InlineData("""{}""", "The flag cannot be read: there is an object; add the member \"key\".")]
    [InlineData("""{"key":7}""", "The flag cannot be read at '/key': there is the number 7; write a text.")]
    [InlineData("""{"key":"k","status":"on"}""", "The flag cannot be read at '/status': there is the text 'on'; write enabled, conditional or disabled.")]
    [InlineData("""{"key":"k","type":"bool"}""", "The flag cannot be read at '/type': there is the text 'bool'; write boolean, string, integer, number, object or variant.")]
    [InlineData("""{"key":"k","tags":"ui"}""", "The flag cannot be read at '/tags': there is the text 'ui'; write a list of texts.")]
    [InlineData("""{"key":"k","rules":[{"name":"a"},{"name":"b","rollout_percentage":"25"}]}""", "The flag cannot be read at '/rules/1/rollout_percentage': there is the text '25'; write a number of double precision.")]
    [InlineData("""{"key":"k","rules":[{"name":"a","conditions":{"a/b~c":{"op":"eq"}}}]}""", "The flag cannot be read at '/rules/0/conditions/a~1b~0c': there is an object; add the member \"value\".")]
    [InlineData("""{"key":"k","rules":[{"conditions":{}}]}""", "The flag cannot be read at '/rules/0': there is an object; add the member \"name\".")]
    [InlineData("""{"key":"k","rules":[{"name":"a","conditions":{"x":[]}}]}""", "The flag cannot be read at '/rules/0/conditions/x': there is a list; write at least one condition, or the operator \"in\" with a list as its value.")]
    [InlineData("""{"key":"k","expires":"2027-02-30"}""", "The flag cannot be read at '/expires': there is the text '2027-02-30'; write a day such as \"2027-03-31\".")]
    [InlineData("""{"key":"k","default_value":1e999}""", "The flag cannot be read at '/default_value': there is the number 1e999; write numbers of double precision.")]
    [InlineData("""{"key":"k","type":"variant","variants":{"a":1}}""", "The flag cannot be read at '/variants': there is an object; write a list of names, or give the flag another type than variant.")]
    [InlineData("""{"key":"k","ab_test":{"control_variant":"a"}}""", "The flag cannot be read at '/ab_test': there is an object; add the member \"variants\".")]
    public void TryParse_StructuralFault_NamesThePlaceTheValueAndTheFix(string json, string expected)
    {
        FeatureFlag.TryParse(json, out FeatureFlag? flag, out string? fault).ShouldBeFalse();

        flag.ShouldBeNull();
        fault.ShouldBe(expected);
    }

    [Fact]
    public void Parse_NoJson_Throws() => Should.Throw<ArgumentException>(static () => FeatureFlag.Parse("{")).Message.ShouldStartWith("The flag is not JSON: ");

    [Fact]
    public void Parse_NullMembers_CountAsAbsent() =>
        FeatureFlag.Parse("""{"key":"k","owner":null,"rules":null,"ab_test":null,"default_value":null,"status":null}""").ToJson().ShouldBe("""{"key":"k"}""");

    [Theory]
    [InlineData("2025-12-31", "2025-12-31T00:00:00Z")]
    [InlineData("2025-12-31T23:59:59", "2025-12-31T23:59:59Z")]
    [InlineData("2025-12-31T23:59:59+02:00", "2025-12-31T21:59:59Z")]
    public void Parse_Times_AreUtcWhereNothingElseIsSaid(string written, string canonical) =>
        FeatureFlag.Parse($$"""{"key":"k","created_at":"{{written}}"}""").ToJson().ShouldBe($$"""{"key":"k","created_at":"{{canonical}}"}""");
}
