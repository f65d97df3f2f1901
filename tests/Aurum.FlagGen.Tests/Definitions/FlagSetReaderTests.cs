using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Tests.Definitions;

public sealed class FlagSetReaderTests
{
    [Fact]
    public void Read_Manifest_GivesFlagsSegmentsAndLayersInOrder()
    {
        FlagSet set = FlagSetReader.Read("""
            {
              "namespace": "Acme", // comment
              "segments": { "power_users": { "conditions": { "user.orders": { "op": "gte", "value": 50 } }, "include": ["u1"], "exclude": ["u2"] } },
              "layers": { "checkout": { "holdout": 5 }, "search": { "salt": "s" } },
              "flags": { "b": { "status": "enabled" }, "a": { } }
            }
            """, "v").Set;

        set.Version.ShouldBe("v");
        set.Flags.Select(static flag => flag.Key).ShouldBe(["b", "a"]);
        set.Segments[0].Name.ShouldBe("power_users");
        set.Segments[0].Conditions[0].ShouldBe(new FeatureFlagCondition("user.orders", "gte", 50));
        (set.Segments[0].Include[0], set.Segments[0].Exclude[0]).ShouldBe(("u1", "u2"));
        set.Layers.ShouldBe([new FlagLayer("checkout", "checkout", 5), new FlagLayer("search", "s", 0)]);
    }

    [Fact]
    public void Read_OneFlagUnreadable_HarmsNoOther()
    {
        FlagSetReadResult result = FlagSetReader.Read("""{ "flags": { "a": { "status": 1 }, "b": { "status": "enabled" } } }""");

        result.IsReadable.ShouldBeTrue();
        result.Set.Flags.Select(static flag => flag.Key).ShouldBe(["b"]);
        result.Set.Unreadable.ShouldHaveSingleItem().ShouldBe(
            new KeyValuePair<string, string>("a", "The flag 'a' cannot be read at '/status': there is the number 1; write enabled, conditional or disabled."));
        result.Faults[0].Range.Start.ShouldBe(30);
    }

    [Theory]
    [InlineData("rules", 100, "'/rules': there is a list")]
    [InlineData("conditions", 50, "'/rules/0/conditions': there is an object")]
    [InlineData("conditions of one attribute", 50, "'/rules/0/conditions': there is an object")]
    [InlineData("variants", 64, "'/variants': there is an object")]
    [InlineData("variants of a variant flag", 64, "'/variants': there is a list")]
    [InlineData("variants of a split", 64, "'/rules/0/split': there is an object")]
    [InlineData("variants of a test", 64, "'/ab_test/variants': there is an object")]
    public void Read_MoreThanABuildAllows_IsUnreadable(string what, int limit, string place)
    {
        FlagSetReader.Read(Manifest(what, limit)).Faults.ShouldBeEmpty();
        FlagSetReadResult result = FlagSetReader.Read(Manifest(what, limit + 1));

        result.Set.Flags.Select(static flag => flag.Key).ShouldBe(["other"]);
        result.Set.Unreadable["a"].ShouldBe(
            $"The flag 'a' cannot be read at {place}; it has {limit + 1} {what.Split(' ')[0]}, and at most {limit} are allowed, so take some out.");
    }

    [Fact]
    public void Read_FaultyRules_StayAsData()
    {
        FlagSet set = FlagSetReader.Read("""{ "flags": { "a": { "rules": [ { "name": "r", "conditions": { "x": { "op": "like", "value": "(" } }, "user_segments": ["nobody"], "required_flags": ["gone"], "rollout_percentage": 150 } ] } } }""").Set;

        set.Flags[0].Rules[0].Conditions[0].Operator.ShouldBe("like");
        set.Flags[0].Rules[0].RolloutPercentage.ShouldBe(150);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"flags\": { \"a\": { } }")]
    [InlineData("[]")]
    [InlineData("{ \"flags\": [] }")]
    [InlineData("{ \"segments\": { \"s\": 1 }, \"flags\": { \"a\": {} } }")]
    public void Read_BrokenAsAWhole_GivesNothing(string text)
    {
        FlagSetReadResult result = FlagSetReader.Read(text);

        result.IsReadable.ShouldBeFalse();
        result.Set.Flags.ShouldBeEmpty();
        result.Faults.Count.ShouldBe(1);
    }

    [Fact]
    public void Read_KeyTwice_TakesTheFirst() =>
        FlagSetReader.Read("""{ "flags": { "a": { "owner": "1" }, "a": { "owner": "2" } } }""").Set.Flags.ShouldHaveSingleItem().Owner.ShouldBe("1");

    [Theory]
    [InlineData("\"owner\": \"1\", \"owner\": \"2\"")]
    [InlineData("\"payload_schema\": { \"properties\": { \"dark\": { \"type\": \"boolean\", \"type\": \"string\" } } }")]
    [InlineData("\"type\": \"object\", \"default_value\": { \"a\": [ { \"b\": 1, \"b\": 2 } ] }")]
    [InlineData("\"metadata\": { \"m\": 1, \"m\": 2 }")]
    [InlineData("\"rules\": [ { \"name\": \"r\", \"conditions\": { \"x\": 1, \"x\": 2 } } ]")]
    [InlineData("\"unknown\": { \"u\": 1, \"u\": 2 }")]
    public void Read_MemberTwiceWithinAFlag_MakesThatFlagUnreadable(string members)
    {
        FlagSetReadResult result = FlagSetReader.Read($"{{ \"flags\": {{ \"a\": {{ {members} }}, \"b\": {{ }} }} }}");

        result.Set.Flags.ShouldHaveSingleItem().Key.ShouldBe("b");
        result.Set.Unreadable["a"].ShouldStartWith("The flag 'a' cannot be read. The name \"");
        FeatureFlag.TryParse($"{{ \"key\": \"a\", {members} }}", out _, out string? fault).ShouldBeFalse();
        fault.ShouldNotBeNull().ShouldContain("already used on line 1");
    }

    [Theory]
    [InlineData("""{ "flags": { "a": { } }, "flags": { "b": { } } }""")]
    [InlineData("""{ "segments": { "s": { }, "s": { } }, "flags": { "a": { } } }""")]
    [InlineData("""{ "segments": { "s": { "include": ["1"], "include": [] } }, "flags": { "a": { } } }""")]
    [InlineData("""{ "layers": { "l": { }, "l": { } }, "flags": { "a": { } } }""")]
    public void Read_MemberTwiceOutsideOfTheFlags_GivesNothing(string text) => FlagSetReader.Read(text).IsReadable.ShouldBeFalse();

    [Fact]
    public void Read_MoreMembersTwiceThanAreTold_FindsAllOfThem()
    {
        string many = string.Join(", ", Enumerable.Repeat("\"a\": { }", 150));

        FlagSet set = FlagSetReader.Read($"{{ \"flags\": {{ {many}, \"z\": {{ \"owner\": \"1\", \"owner\": \"2\" }}, \"sound\": {{ }} }} }}").Set.ShouldNotBeNull();

        set.Flags.Select(static flag => flag.Key).ShouldBe(["a", "sound"]);
        set.Unreadable.Keys.ShouldBe(["z"]);
        FlagSetReader.Read($"{{ \"flags\": {{ {many} }}, \"layers\": {{ \"l\": {{ \"salt\": \"1\", \"salt\": \"2\" }} }} }}").IsReadable.ShouldBeFalse();
    }

    [Fact]
    public void Read_Context_IsKnownToChecks()
    {
        FlagSet set = FlagSetReader.Read("""{ "context": { "user_id": { "type": "string", "required": true }, "user.role": { "type": "string", "values": ["admin"] }, "user.age": "integer" } }""").Set;

        set.Context.ShouldNotBeNull().Select(static attribute => $"{attribute.Path} {attribute.Type} {attribute.IsRequired} {string.Join('|', attribute.Values)}")
            .ShouldBe(["user_id String True ", "user.role String False admin", "user.age Integer False "]);
        FlagSetReader.Read("{}").Set.Context.ShouldBeNull();
    }

    private static string Manifest(string what, int count)
    {
        string Members(string value) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"m{i}\":{value}"))}}}";
        string List(Func<int, string> item) => $"[{string.Join(',', Enumerable.Range(0, count).Select(item))}]";
        string ones = Members("1");
        string conditions = List(static _ => """{"op":"eq","value":1}""");
        string members = what switch
        {
            "rules" => "\"rules\":" + List(static i => $$"""{"name":"r{{i}}"}"""),
            "conditions" => $$$"""  "rules":[{"name":"r","conditions":{{{ones}}} }]""",
            "conditions of one attribute" => $$$"""  "rules":[{"name":"r","conditions":{"a":{{{conditions}}} } }]""",
            "variants" => $$$"""  "type":"integer","variants":{{{ones}}}""",
            "variants of a variant flag" => "\"type\":\"variant\",\"variants\":" + List(static i => $"\"v{i}\""),
            "variants of a split" => $$$"""  "rules":[{"name":"r","split":{{{ones}}} }]""",
            _ => $$$"""  "ab_test":{"control_variant":"m0","variants":{{{ones}}} }""",
        };
        return "{\"flags\":{\"a\":{" + members + "},\"other\":{}}}";
    }
}
