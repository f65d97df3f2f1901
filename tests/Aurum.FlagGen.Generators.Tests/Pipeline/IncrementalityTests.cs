using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Pipeline;

public sealed class IncrementalityTests
{
    private const string Manifest = """
        {
          "namespace": "Acme",
          "context": { "user.role": { "type": "string", "values": ["admin"] } },
          "flags": {
            "new_nav": { "description": "Sidebar", "status": "enabled", "default_value": true },
            "deep": { "evaluation": "compile_time", "emit": "switch", "default_value": true },
            "checkout.flow": { "type": "variant", "variants": ["old", "new"], "status": "enabled", "default_value": "old" },
            "theme": {
              "type": "object", "status": "enabled", "default_value": { "dark": true },
              "payload_schema": { "type": "object", "properties": { "dark": { "type": "boolean" } } }
            }
          }
        }
        """;

    /// <summary>The steps whose output differs from that of the run before.</summary>
    private static string[] Changed(GeneratorRunResult run) =>
    [
        .. from step in run.TrackedSteps
           where TrackingNames.All.Contains(step.Key)
           where step.Value.SelectMany(static one => one.Outputs).Any(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
           orderby Array.IndexOf(TrackingNames.All, step.Key)
           select step.Key,
    ];

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<KeyValuePair<string, System.Collections.Immutable.ImmutableArray<IncrementalGeneratorRunStep>>> steps) =>
        steps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    [Fact]
    public void FirstRun_EveryNamedStep_IsTracked()
    {
        GeneratorRunResult run = GeneratorHarness.For(Manifest).Run();

        TrackingNames.All.ShouldBeSubsetOf(run.TrackedSteps.Keys);
    }

    [Fact]
    public void SecondRun_OfTheSameProject_RunsNothing()
    {
        GeneratorHarness harness = GeneratorHarness.For(Manifest);
        harness.Run();

        GeneratorRunResult run = harness.Run();

        Reasons(run.TrackedSteps).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);
        Reasons(run.TrackedOutputSteps).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void CSharpEdit_WhateverItIs_RunsNothing()
    {
        GeneratorHarness harness = GeneratorHarness.For(Manifest);
        harness.Run();

        harness.AddSource("namespace Consumer { internal class Typed { public bool New() => Acme.Features.NewNav.IsEnabled(); } }");
        GeneratorRunResult run = harness.Run();

        Reasons(run.TrackedSteps).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);
        Reasons(run.TrackedOutputSteps).ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("\"Sidebar\"", "\"Tabs\"", TrackingNames.Accessors, TrackingNames.CatalogParts)]
    [InlineData("{ \"dark\": true }", "{ \"dark\": false }", TrackingNames.Accessors, TrackingNames.CatalogParts)]
    [InlineData("[\"old\", \"new\"]", "[\"old\", \"new\", \"newer\"]", TrackingNames.Types, TrackingNames.CatalogParts)]
    [InlineData("\"type\": \"boolean\"", "\"type\": [\"boolean\", \"null\"]", TrackingNames.CatalogParts)]
    [InlineData("[\"admin\"]", "[\"admin\", \"member\"]", TrackingNames.Context, TrackingNames.Catalog)]
    [InlineData("new_nav", "old_nav", TrackingNames.Accessors, TrackingNames.Keys, TrackingNames.CatalogParts)]
    [InlineData("\"Acme\"", "\"Acme.Shop\"", TrackingNames.Identities, TrackingNames.Owners, TrackingNames.Errors, TrackingNames.Unprinted, TrackingNames.Accessors, TrackingNames.Groups, TrackingNames.Types, TrackingNames.Context, TrackingNames.Keys, TrackingNames.CompileTime, TrackingNames.Catalog, TrackingNames.CatalogParts)]
    [InlineData("\"emit\": \"switch\"", "\"emit\": \"const\"", TrackingNames.Identities, TrackingNames.Owners, TrackingNames.Errors, TrackingNames.Unprinted, TrackingNames.Types, TrackingNames.CompileTime)]
    [InlineData("\n  \"flags\"", "\n\n  \"flags\"")]
    public void ManifestEdit_OfOnePart_WritesAgainWhatShowsItAndNoMore(string old, string replacement, params string[] parts)
    {
        GeneratorHarness harness = GeneratorHarness.For(Manifest);
        harness.Run();

        string edited = Manifest.Replace(old, replacement, StringComparison.Ordinal);
        edited.ShouldNotBe(Manifest);
        harness.ReplaceManifest(edited);
        GeneratorRunResult run = harness.Run();

        string[] always = parts.Length == 0
            ? [TrackingNames.Texts, TrackingNames.Sources]
            : [TrackingNames.Texts, TrackingNames.Sources, TrackingNames.Readings, TrackingNames.Manifests];
        Changed(run).ShouldBe([.. always, .. parts]);
        int written = run.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).Count(static output => output.Reason == IncrementalStepRunReason.Modified);
        written.ShouldBe(parts.Count(static part => part is not (TrackingNames.Identities or TrackingNames.Owners or TrackingNames.Errors or TrackingNames.Unprinted)));
    }

    [SlowTheory]
    [InlineData("Flag 4999", "The last flag", 2)]
    [InlineData("flag_4999", "flag_4999x", 3)]
    [InlineData("flag_0\"", "flag_0x\"", 3)]
    public void ManifestEdit_OfOneFlagAmongThousands_WritesAgainTheFilesAroundIt(string old, string replacement, int written)
    {
        IEnumerable<string> flags = Enumerable.Range(0, 5_000).Select(static i => $$"""
            "area_{{i / 50}}.flag_{{i}}": { "description": "Flag {{i}}", "status": "enabled", "default_value": true }
            """);
        string manifest = $$"""{ "namespace": "Acme", "flags": { {{string.Join(',', flags)}} } }""";
        GeneratorHarness harness = GeneratorHarness.For(manifest);
        harness.Run();

        harness.ReplaceManifest(manifest.Replace(old, replacement, StringComparison.Ordinal));
        GeneratorRunResult run = harness.Run();

        harness.Output.Faults().ShouldBeEmpty();
        run.GeneratedSources.Length.ShouldBeGreaterThan(9);
        run.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs)
            .Count(static output => output.Reason == IncrementalStepRunReason.Modified).ShouldBe(written);
    }

    [Fact]
    public void ManifestEdit_OfOneManifest_LeavesTheOtherAlone()
    {
        GeneratorHarness harness = new(
            new ProjectOptionsProvider("Root"),
            new ManifestAdditionalText("/project/a.flags.json", Manifest),
            new ManifestAdditionalText("/project/b.flags.json", Manifest.Replace("\"Acme\"", "\"Other\"", StringComparison.Ordinal)));
        harness.Run();

        harness.ReplaceManifest(Manifest.Replace("Sidebar", "Tabs", StringComparison.Ordinal), "/project/a.flags.json");
        GeneratorRunResult run = harness.Run();

        Reasons(run.TrackedSteps.Where(static step => step.Key == TrackingNames.Manifests)).Order().ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
    }

    [Fact]
    public void Steps_TheirOutputs_HoldPlainDataOnly()
    {
        GeneratorRunResult run = GeneratorHarness.For(TestManifests.Read("every-feature.flags.json")).Run();

        object[] outputs = [.. TrackingNames.All.SelectMany(name => run.TrackedSteps[name]).SelectMany(static step => step.Outputs).Select(static output => output.Value)];

        outputs.Length.ShouldBeGreaterThanOrEqualTo(TrackingNames.All.Length);
        outputs.SelectMany(ModelGraph.FindForbidden).ShouldBeEmpty();
    }
}
