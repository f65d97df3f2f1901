using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

public sealed class ManifestReaderTests
{
    [Fact]
    public void Read_EveryMember_BecomesTheModel()
    {
        FlagManifest manifest = ManifestReader.Read("""
            {
              "namespace": "Acme.Shop", "class": "Billing", "scope": "shop",
              "context": { "user_id": { "type": "string", "required": true }, "user.role": { "type": "string", "values": ["admin", "member"] }, "user.age": "integer" },
              "flags": {
                "checkout.flow": {
                  "type": "variant", "description": "How to pay", "owner": "team-pay", "expires": "2027-03-31", "default_value": "control", "status": "enabled",
                  "ab_test": { "variants": { "control": 50, "variant_a": 50 }, "control_variant": "control", "track_events": ["click"] }
                },
                "search.fuzzy": { "evaluation": "compile_time", "accessor": "IsFuzzy", "permanent": true }
              }
            }
            """);

        manifest.Errors.ShouldBeEmpty();
        manifest.Namespace.ShouldBe("Acme.Shop");
        manifest.ClassName.ShouldBe("Billing");
        manifest.Scope.ShouldBe("shop");
        manifest.DeclaresContext.ShouldBeTrue();
        manifest.Attributes.Select(attribute => (attribute.Path, attribute.Type, attribute.IsRequired, attribute.Values.Count)).ShouldBe(
            [("user_id", AttributeType.String, true, 0), ("user.role", AttributeType.String, false, 2), ("user.age", AttributeType.Integer, false, 0)]);

        ManifestFlag flow = manifest.Flags[0];
        flow.Key.ShouldBe("checkout.flow");
        flow.Type.ShouldBe(FlagType.Variant);
        flow.AccessorPath.ShouldBe(["Checkout", "Flow"]);
        flow.Variants.ShouldBe(["control", "variant_a"]);
        flow.TrackEvents.ShouldBe(["click"]);
        (flow.Description, flow.Owner, flow.Expires).ShouldBe(("How to pay", "team-pay", "2027-03-31"));
        (flow.HasSoundShape, manifest.IsSound(flow), flow.IsCompileTime, flow.IsPermanent).ShouldBe((true, true, false, false));

        ManifestFlag fuzzy = manifest.Flags[1];
        fuzzy.AccessorPath.ShouldBe(["Search", "IsFuzzy"]);
        (fuzzy.IsCompileTime, fuzzy.IsPermanent).ShouldBe((true, true));
    }

    [Fact]
    public void Read_NoClassOrScope_TakesDefaults()
    {
        FlagManifest manifest = ManifestReader.Read("""{ "namespace": "Acme.Shop", "flags": {} }""");

        manifest.ClassName.ShouldBe("Features");
        manifest.Scope.ShouldBe("Acme.Shop");
        manifest.DeclaresContext.ShouldBeFalse();
    }

    [Fact]
    public void Read_OneBrokenFlag_LeavesTheOthersSound()
    {
        FlagManifest manifest = ManifestReader.Read("""
            { "flags": {
              "first": { },
              "bad_type": { "type": "bool" },
              "second": { "type": "integer", "default_value": 3 },
              "bad_default": { "type": "integer", "default_value": "3" },
              "third": { "type": "string", "default_value": "x" }
            } }
            """);

        manifest.Flags.Where(flag => flag.HasSoundShape && manifest.IsSound(flag)).Select(flag => flag.Key).ShouldBe(["first", "second", "third"]);
        manifest.Flags.Where(flag => flag.HasSoundShape && !manifest.IsSound(flag)).Select(flag => flag.Key).ShouldBe(["bad_default"]);
        manifest.Flags.Where(flag => !flag.HasSoundShape && !manifest.IsSound(flag)).Select(flag => flag.Key).ShouldBe(["bad_type"]);
    }

    [Fact]
    public void Read_BrokenJson_KeepsWhatIsSoundAndTellsOnlyThat()
    {
        FlagManifest manifest = ManifestReader.Read("""
            { "flags": { "first": { "owner": "me" }, "second": { "owner": , "nonsense": 1 }, "third": { "type": "string", "default_value": "x" } } }
            """);

        manifest.Flags.Select(flag => flag.Key).ShouldBe(["first", "second", "third"]);
        manifest.Errors.ShouldAllBe(error => error.Rule == ManifestRules.Syntax);
        manifest.Errors.ShouldNotBeEmpty();
        manifest.Flags.Select(flag => manifest.IsSound(flag)).ShouldBe([true, false, true]);
    }

    [Fact]
    public void Read_FlagAboveTooLongAChain_IsNotSoundButHasItsShape()
    {
        string flags = string.Join(", ", Enumerable.Range(0, ManifestLimits.DependencyDepth + 2).Select(static i =>
            i == 0 ? """ "f0": { } """ : $$""" "f{{i}}": { "rules": [ { "name": "A", "required_flags": ["f{{i - 1}}"] } ] } """));

        FlagManifest manifest = ManifestReader.Read(ManifestCase.Flags(flags), TestContext.Current.CancellationToken);

        manifest.Flags.Where(flag => !manifest.IsSound(flag)).ShouldHaveSingleItem().Key.ShouldBe("f33");
        manifest.Flags.ShouldAllBe(static flag => flag.HasSoundShape);
    }

    [Fact]
    public void Read_Declarations_AreTheNamesThatFlagsMayUse()
    {
        IManifestNames names = ManifestReader.Read(
            """{ "context": { "user.role": "string" }, "segments": { "vip": { }, "beta": { } }, "layers": { "pages": { } }, "flags": { "x": { }, "y": { } } }""",
            TestContext.Current.CancellationToken).Names;

        names.FlagKeys.ShouldBe(["x", "y"]);
        names.SegmentNames.ShouldBe([.. PredefinedSegments.Names, "vip", "beta"]);
        names.LayerNames.ShouldBe(["pages"]);
        names.AttributePaths.ShouldBe(["user.role"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"flags\"")]
    public void Read_NoObject_IsOneFault(string text)
    {
        FlagManifest manifest = ManifestReader.Read(text);

        manifest.Errors.Count.ShouldBe(1);
        manifest.Flags.ShouldBeEmpty();
    }
}
