using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

public sealed class FlagDefinitionCheckerTests
{
    private static readonly FlagManifest Manifest = ManifestReader.Read("""
        {
          "context": { "user.role": "string" },
          "segments": { "vip": { "include": ["u1"] } },
          "layers": { "pages": { } },
          "flags": {
            "a": { "rules": [ { "name": "A", "required_flags": ["b"] } ] },
            "b": { "ab_test": { "variants": { "x": 100 }, "control_variant": "x", "layer": { "name": "pages", "from": 0, "to": 50 } } }
          }
        }
        """);

    [Fact]
    public void Check_SoundDefinition_HasNoFaultAndMayHaveWhatStoresSet()
    {
        FlagCheckResult result = Check("""
            {
              "key": "new", "version": 7, "created_at": "2027-01-01T00:00:00Z", "updated_at": "2027-01-02T00:00:00Z", "created_by": "me",
              "rules": [ { "name": "A", "conditions": { "user.role": "admin" }, "user_segments": ["vip"], "required_flags": ["a"] } ]
            }
            """);

        result.Errors.ShouldBeEmpty();
        result.IsSound.ShouldBeTrue();
        result.Root.ShouldNotBeNull()["key"].ShouldNotBeNull().Text.ShouldBe("new");
    }

    [Theory]
    [InlineData("""{ }""", "AFG1006", "")]
    [InlineData("""{ "key": 5 }""", "AFG1005", "/key")]
    [InlineData("""[]""", "AFG1005", "")]
    [InlineData("""{ "key": "a b" }""", "AFG1007", "/key")]
    [InlineData("""{ "key": "new", "tpye": "boolean" }""", "AFG1004", "/tpye")]
    [InlineData("""{ "key": "new", "type": "integer" }""", "AFG1006", "/key")]
    [InlineData("""{ "key": "new", "rules": [ { "name": "A", "conditions": { "user/role": 1 } } ] }""", "AFG1015", "/rules/0/conditions/user~1role")]
    [InlineData("""{ "key": "new", "rules": [ { "name": "A", "user_segments": ["vi"] } ] }""", "AFG1019", "/rules/0/user_segments/0")]
    [InlineData("""{ "key": "new", "rules": [ { "name": "A", "excluded_flags": ["c"] } ] }""", "AFG1020", "/rules/0/excluded_flags/0")]
    [InlineData("""{ "key": "new", "rules": [ { "name": "A", "rollout_percentage": 200 } ] }""", "AFG1013", "/rules/0/rollout_percentage")]
    [InlineData("""{ "key": "new", "ab_test": { "variants": { "x": 100 }, "control_variant": "x", "layer": { "name": "pages", "from": 40, "to": 60 } } }""", "AFG1027", "/ab_test/layer")]
    [InlineData("""{ "key": "b", "rules": [ { "name": "A", "required_flags": ["a"] }, { "name": "B", "excluded_flags": ["a"] } ] }""", "AFG1021", "/rules/0/required_flags/0")]
    public void Check_FaultyDefinition_PointsAtTheMember(string json, string rule, string pointer)
    {
        FlagCheckResult result = Check(json);

        result.IsSound.ShouldBeFalse();
        result.Errors.Select(static error => (error.Rule.Id, error.Pointer)).ShouldBe([(rule, pointer)]);
    }

    [Fact]
    public void Check_FlagThatNeedsWhatNeedsIt_NamesTheCircle()
    {
        FlagCheckResult result = Check("""{ "key": "b", "rules": [ { "name": "B", "required_flags": ["a"] } ] }""");

        ManifestError error = result.Errors.ShouldHaveSingleItem();
        error.Rule.ShouldBe(ManifestRules.Cycle);
        error.Message.ShouldBe("Rule 'B' of flag 'b' closes a circle of required and excluded flags: b → a → b; take one of these references out");
    }

    [Fact]
    public void Check_FlagRewrittenInItsOwnPartOfALayer_IsSound() =>
        Check("""{ "key": "b", "ab_test": { "variants": { "x": 100 }, "control_variant": "x", "layer": { "name": "pages", "from": 10, "to": 60 } } }""").Errors.ShouldBeEmpty();

    [Theory]
    [InlineData(16, 16, "new", true)]
    [InlineData(17, 16, "new", false)]
    [InlineData(17, 16, "neW", true)]
    public void Check_FlagBetweenTwoChains_CountsBoth(int above, int below, string needed, bool isSound)
    {
        // The new flag joins them: it needs the top of one chain, and the bottom of the other needs it, or another flag of nearly its name.
        string lower = string.Join(", ", Enumerable.Range(0, below).Select(static i => Link($"low{i}", i == 0 ? null : $"low{i - 1}")));
        string upper = string.Join(", ", Enumerable.Range(0, above).Select(i => Link($"up{i}", i == 0 ? needed : $"up{i - 1}")));
        FlagManifest manifest = ManifestReader.Read($$"""{ "flags": { "new": { }, "neW": { }, {{lower}}, {{upper}} } }""", TestContext.Current.CancellationToken);
        manifest.Errors.ShouldBeEmpty();

        FlagCheckResult result = FlagDefinitionChecker.Check($$"""{ "key": "new", "rules": [ { "name": "A", "required_flags": ["low{{below - 1}}"] } ] }""", manifest.Names);

        result.IsSound.ShouldBe(isSound);
        result.Errors.All(static error => error.Rule == ManifestRules.Depth).ShouldBeTrue();
    }

    [Fact]
    public void Check_FlagThatClosesALongCircle_IsNotToldOfItsLengthToo()
    {
        string chain = string.Join(", ", Enumerable.Range(0, 20).Select(static i => Link($"f{i}", i == 0 ? null : $"f{i - 1}")));
        FlagManifest manifest = ManifestReader.Read($$"""{ "flags": { {{chain}} } }""", TestContext.Current.CancellationToken);

        FlagCheckResult result = FlagDefinitionChecker.Check("""{ "key": "f0", "rules": [ { "name": "A", "required_flags": ["f19"] } ] }""", manifest.Names);

        result.Errors.ShouldHaveSingleItem().Rule.ShouldBe(ManifestRules.Cycle);
    }

    [Fact]
    public void Check_NoJson_SaysSoAndNoMore()
    {
        FlagCheckResult result = Check("""{ "key": "a b", "type": }""");

        result.Errors.ShouldNotBeEmpty();
        result.Errors.ShouldAllBe(static error => error.Rule == ManifestRules.Syntax);
    }

    [Fact]
    public void Check_Advice_DoesNotStopAWrite()
    {
        FlagCheckResult result = Check("""{ "key": "new", "status": "enabled" }""");

        result.Errors.ShouldHaveSingleItem().Rule.ShouldBe(ManifestRules.AlwaysOff);
        result.IsSound.ShouldBeTrue();
    }

    private static string Link(string key, string? needs) =>
        needs is null ? $$""" "{{key}}": { } """ : $$""" "{{key}}": { "rules": [ { "name": "A", "required_flags": ["{{needs}}"] } ] } """;

    private static FlagCheckResult Check(string json) => FlagDefinitionChecker.Check(json, Manifest.Names);
}
