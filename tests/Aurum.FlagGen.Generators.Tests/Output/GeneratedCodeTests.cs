using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Output;

public sealed class GeneratedCodeTests
{
    /// <summary>Everything that a flag's texts can be made of to break out of a comment or a literal.</summary>
    private const string Hostile = "*/ ]]> </summary> & <b> \\\" \\\\ \\u0022 \\n// \\u0085 \\u2028#error \\u2029 \\ud800 \\uffff \\u0000 {0} \\\"\\\"\\\"";

    private static string TypeOf(GeneratorHarness harness, string type, string property) =>
        harness.Output.GetTypeByMetadataName(type)!.GetMembers(property).OfType<IPropertySymbol>().Single().Type.ToDisplayString();

    [Theory]
    [InlineData("every-feature.flags.json")]
    [InlineData("billing.flags.json")]
    public void Manifest_AtTheStrictestSettings_CompilesWithoutAWarning(string file)
    {
        GeneratorHarness harness = GeneratorHarness.For(TestManifests.Read(file));
        harness.Run();

        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Texts_WithEverythingThatBreaksOut_StayTexts()
    {
        string manifest = $$"""
            {
              "namespace": "Acme",
              "context": { "user.role": { "type": "string", "values": ["{{Hostile}}", "", "+", "-"], "description": "{{Hostile}}" } },
              "flags": {
                "nav": { "description": "{{Hostile}}", "owner": "{{Hostile}}", "type": "string", "status": "enabled", "default_value": "{{Hostile}}" },
                "group.nav": { "description": "{{Hostile}}", "status": "enabled", "default_value": true },
                "theme": {
                  "type": "object", "status": "enabled", "default_value": {},
                  "payload_schema": {
                    "type": "object", "description": "{{Hostile}}",
                    "properties": { "quote \" in it": { "type": "string", "description": "{{Hostile}}" } }
                  }
                }
              }
            }
            """;
        GeneratorHarness harness = GeneratorHarness.For(manifest);
        harness.Run();

        harness.Output.Faults().ShouldBeEmpty();
        harness.Output.GetTypeByMetadataName("Acme.Features")!.GetMembers().OfType<IPropertySymbol>().Select(static property => property.Name).ShouldBe(["Nav", "Group", "Theme"]);
        harness.Output.GetTypeByMetadataName("Acme.UserRoles")!.GetMembers().OfType<IFieldSymbol>().Select(static field => field.ConstantValue).ShouldContain("");
    }

    [Theory]
    [InlineData("Debug", "true")]
    [InlineData("Release", "false")]
    [InlineData("Nightly", "false")]
    public void CompileTimeFlag_WithAValueForTheConfiguration_HasThat(string configuration, string expected)
    {
        const string Manifest = """{ "flags": { "fuzzy": { "evaluation": "compile_time", "default_value": false, "values": { "Debug": true, "Release": false } } } }""";
        GeneratorHarness project = new(
            new ProjectOptionsProvider("Project.Root") { Configuration = configuration }, new ManifestAdditionalText(GeneratorHarness.ManifestPath, Manifest));

        project.Run();

        project.Source("Project.Root.Features-Types.g.cs").ShouldContain($"public bool IsEnabled() => {expected};");
    }

    [Theory]
    [InlineData("fuzzy=true", "true")]
    [InlineData("other=true| fuzzy = True |", "true")]
    [InlineData("fuzzy=true|fuzzy=false", "false")]
    [InlineData("fuzzy=yes", "false")]
    [InlineData("fuzzy", "false")]
    public void CompileTimeFlag_Overridden_HasWhatTheBuildSays(string overrides, string expected)
    {
        const string Manifest = """{ "flags": { "fuzzy": { "evaluation": "compile_time", "default_value": false, "values": { "Release": true } } } }""";
        GeneratorHarness project = new(new ProjectOptionsProvider("Project.Root") { Overrides = overrides }, new ManifestAdditionalText(GeneratorHarness.ManifestPath, Manifest));

        project.Run();

        project.Source("Project.Root.Features-Types.g.cs").ShouldContain($"public bool IsEnabled() => {expected};");
    }

    [Fact]
    public void CompileTimeFlag_OfEachForm_IsMadeOfIt()
    {
        GeneratorHarness project = GeneratorHarness.For("""
            { "flags": {
              "a.literal": { "evaluation": "compile_time", "default_value": true },
              "a.switch": { "evaluation": "compile_time", "emit": "switch", "default_value": true },
              "a.const": { "evaluation": "compile_time", "emit": "const", "default_value": true }
            } }
            """);

        project.Run();

        project.Output.Faults().ShouldBeEmpty();
        string forms = project.Source("Project.Root.Features-CompileTime.g.cs");
        forms.ShouldContain("public static bool ASwitch { get; } = Read(\"Aurum.FlagGen.Project.Root/a.switch\", true);");
        forms.ShouldContain("[global::System.Diagnostics.CodeAnalysis.FeatureSwitchDefinition(\"Aurum.FlagGen.Project.Root/a.switch\")]");
        forms.ShouldContain("public const bool AConst = true;");
        string types = project.Source("Project.Root.Features-Types.g.cs");
        types.ShouldContain("public bool IsEnabled() => global::Project.Root.FeaturesSwitches.ASwitch;");
        types.Split("public bool IsEnabled() => true;").Length.ShouldBe(3);
    }

    [Fact]
    public void VariantFlags_TheirStructs_AreNamedAfterThem()
    {
        const string Manifest = """
            {
              "namespace": "Acme",
              "flags": {
                "a": { "type": "variant", "variants": ["control", "treatment"], "status": "enabled", "default_value": "control" },
                "b.c": { "type": "variant", "variants": ["control", "treatment"], "status": "enabled", "default_value": "control" },
                "turned": { "type": "variant", "variants": ["treatment", "control"], "status": "enabled", "default_value": "control" },
                "spelt": { "type": "variant", "variants": ["Control", "treatment"], "status": "enabled", "default_value": "Control" },
                "many": { "type": "variant", "variants": ["a", "b", "c", "d", "e", "f"], "status": "enabled", "default_value": "a" },
                "tracked": { "ab_test": { "variants": { "control": 50, "treatment": 50 }, "control_variant": "control", "track_events": ["seen"] } }
              }
            }
            """;
        GeneratorHarness harness = GeneratorHarness.For(Manifest);
        harness.Run();

        harness.Output.Faults().ShouldBeEmpty();
        TypeOf(harness, "Acme.Features", "A").ShouldBe("Acme.AFlag");
        TypeOf(harness, "Acme.BFeatures", "C").ShouldBe("Acme.BCFlag");
        TypeOf(harness, "Acme.Features", "Turned").ShouldBe("Acme.TurnedFlag");
        TypeOf(harness, "Acme.Features", "Spelt").ShouldBe("Acme.SpeltFlag");
        TypeOf(harness, "Acme.Features", "Many").ShouldBe("Acme.ManyFlag");
        TypeOf(harness, "Acme.Features", "Tracked").ShouldBe("Acme.TrackedFlag");
    }

    [Fact]
    public void Names_NearEverythingGenerated_StillCompile()
    {
        const string manifest = """
            {
              "namespace": "Acme.System",
              "context": {
                "current": "string", "empty": "string", "schema": "string", "feature_context": "string", "attribute_schema": "string", "user.id": "string",
                "equals": { "type": "string", "values": ["Equals", "ToString", "Equalses", "attributes"] }
              },
              "flags": {
                "i.x": { "status": "enabled", "default_value": true },
                "bound": { "status": "enabled", "default_value": true },
                "engine": { "status": "enabled", "default_value": true, "accessor": "_engine" },
                "a.engine": { "status": "enabled", "default_value": true, "accessor": "_engine" },
                "features_catalog": { "status": "enabled", "default_value": true },
                "feature_context": { "status": "enabled", "default_value": true },
                "system": { "status": "enabled", "default_value": true },
                "a.string": { "type": "string", "status": "enabled", "default_value": "x" },
                "string": { "ab_test": { "variants": { "a": 50, "b": 50 }, "control_variant": "a", "track_events": ["equals", "to_string"] } },
                "a.b_c": { "type": "variant", "variants": ["tostring", "Equals", "value", "context", "default"], "status": "enabled", "default_value": "value" },
                "s.equals": { "evaluation": "compile_time", "emit": "switch", "default_value": true, "accessor": "_x" },
                "s.read": { "evaluation": "compile_time", "emit": "switch", "default_value": true, "accessor": "x" },
                "read": { "evaluation": "compile_time", "emit": "const", "default_value": true },
                "switch": { "evaluation": "compile_time", "default_value": true },
                "switch.on": { "evaluation": "compile_time", "default_value": true },
                "payload_reader": {
                  "type": "object", "status": "enabled", "default_value": { "read": 1 },
                  "payload_schema": {
                    "type": "object", "required": ["payload_reader_payload", "element"],
                    "properties": {
                      "payload_reader": { "type": "string" }, "element": { "type": "object", "properties": { "found": { "type": "object", "properties": {} } } },
                      "found": { "type": "object", "properties": { "x": { "type": "integer" } } },
                      "found2": { "type": "object", "properties": { "x": { "type": "integer" } } },
                      "payload_reader_payload": { "type": "string" }
                    }
                  }
                }
              }
            }
            """;
        GeneratorHarness harness = GeneratorHarness.For(manifest);
        harness.Run();

        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Files_TheirText_IsTheSameOnEveryMachine()
    {
        GeneratorHarness harness = GeneratorHarness.For(TestManifests.Read("every-feature.flags.json"));
        GeneratorRunResult run = harness.Run();

        run.GeneratedSources.Select(static source => source.HintName).ShouldBe(
            [
                "Acme.Shop.Features.g.cs", "Acme.Shop.Features-Groups.g.cs", "Acme.Shop.Features-Types.g.cs", "Acme.Shop.Features-Context.g.cs", "Acme.Shop.Features-Keys.g.cs",
                "Acme.Shop.Features-CompileTime.g.cs", "Acme.Shop.Features-Catalog.g.cs", "Acme.Shop.Features-Catalog1.g.cs",
            ],
            ignoreOrder: true);
        run.GeneratedSources.ShouldAllBe(static source => !source.SourceText.ToString().Contains('\r') && source.SourceText.ToString().StartsWith("// <auto-generated/>\n#nullable enable annotations\n"));
    }

    [Fact]
    public void Catalog_OfAManifestWithComments_HoldsNoneOfThem()
    {
        GeneratorHarness harness = GeneratorHarness.For(TestManifests.Read("every-feature.flags.json"));
        harness.Run();

        string catalog = harness.Source("Acme.Shop.Features-Catalog.g.cs") + harness.Source("Acme.Shop.Features-Catalog1.g.cs");
        catalog.ShouldContain("search.page_size");
        catalog.ShouldNotContain("Comments like this one");
        catalog.ShouldNotContain("$schema");
        catalog.ShouldNotContain("search.fuzzy");
    }
}
