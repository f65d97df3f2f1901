using System.Globalization;
using Aurum.FlagGen.TestKit.Roslyn;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests.Manifest;

public sealed class FlagManifestAnalyzerTests
{
    private const string Sound = """{ "namespace": "Acme", "flags": { "new_nav": { "status": "enabled", "default_value": true } } }""";

    [Fact]
    public async Task Manifest_WithoutAFault_IsPassedOver() => (await AnalyzerHarness.AnalyzeAsync(Sound)).ShouldBeEmpty();

    [Fact]
    public async Task Manifest_WithSeveralFaults_HasEachAtItsPlace()
    {
        MarkedText manifest = new("""
            {
              "flags": {
                "checkout": { "status": [|"enabeld"|], "default_value": true },
                "search.page_size": { "type": "integer", "status": "enabled", "default_value": [|"many"|] },
                [|"2fa"|]: { "status": "enabled", "default_value": true }
              }
            }
            """);

        IReadOnlyList<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync(manifest.Text);

        diagnostics.Select(static diagnostic => diagnostic.Id).ShouldBe(["AFG1010", "AFG1009", "AFG1008"]);
        diagnostics.Select(diagnostic => manifest.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)).ShouldBe(manifest.Spans);
        diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan.Start).ShouldBe(manifest.Starts);
        diagnostics.Select(static diagnostic => diagnostic.Location.GetLineSpan().Path).ShouldAllBe(static path => path == AnalyzerHarness.ManifestPath);
        diagnostics.Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line).ShouldBe([2, 3, 4]);
        diagnostics[2].Location.GetLineSpan().StartLinePosition.Character.ShouldBe(4);
    }

    [Fact]
    public async Task Manifest_WithAFault_StillGeneratesItsSoundFlags()
    {
        const string manifest = """
            {
              "namespace": "Acme",
              "flags": {
                "broken": { "type": "integer", "status": "enabled", "default_value": "many" },
                "checkout.flow": { "type": "variant", "variants": ["old", "new"], "status": "enabled", "default_value": "old" }
              }
            }
            """;
        const string use = """
            internal static class Use
            {
                public static Acme.CheckoutFlowVariant Flow() => Acme.Features.Checkout.Flow.GetVariant();
            }
            """;

        IReadOnlyList<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync(manifest);
        Compilation output = AnalyzerHarness.Generate(manifest, use);

        diagnostics.ShouldHaveSingleItem().Id.ShouldBe("AFG1009");
        output.Faults().ShouldBeEmpty();
        output.GetTypeByMetadataName("Acme.Features")!.GetMembers("Broken").ShouldBeEmpty();
    }

    [Fact]
    public async Task Manifest_ThatIsNoJson_IsReportedAtTheFault()
    {
        IReadOnlyList<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync("{ \"flags\": { \"a\": tru } }");

        diagnostics.ShouldHaveSingleItem().Id.ShouldBe("AFG1001");
        diagnostics[0].Location.SourceSpan.Start.ShouldBe(18);
    }

    [Fact]
    public async Task Manifest_OfAnotherProject_IsThatProjectsToReport()
    {
        ProjectOptionsProvider options = new("Project.Root", (AnalyzerHarness.ManifestPath, "EmitAccessors", "false"));

        (await AnalyzerHarness.AnalyzeAsync(options, new ManifestAdditionalText(AnalyzerHarness.ManifestPath, "not json"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task File_OfAnotherName_IsAManifestWhenTheProjectSaysSo()
    {
        ManifestAdditionalText file = new("/project/toggles.json", "not json");

        (await AnalyzerHarness.AnalyzeAsync(new ProjectOptionsProvider("Root"), file)).ShouldBeEmpty();
        (await AnalyzerHarness.AnalyzeAsync(new ProjectOptionsProvider("Root", (file.Path, "FlagManifest", "true")), file)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Manifests_OfTheSameClass_AreReportedAtTheSecond()
    {
        MarkedText second = new("""{ "namespace": "Acme", "class": [|"Features"|], "flags": {} }""");

        IReadOnlyList<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync(
            new ProjectOptionsProvider("Root"),
            new ManifestAdditionalText("/project/b.flags.json", second.Text),
            new ManifestAdditionalText("/project/a.flags.json", Sound));

        Diagnostic clash = diagnostics.ShouldHaveSingleItem();
        clash.Id.ShouldBe(DiagnosticIds.ClassClash);
        clash.Location.GetLineSpan().Path.ShouldBe("/project/b.flags.json");
        clash.Location.SourceSpan.Start.ShouldBe(second.Starts[0]);
        clash.GetMessage(CultureInfo.InvariantCulture).ShouldBe(
            "The manifest generates the class 'Acme.Features', and so does '/project/a.flags.json', so nothing is generated from this one; give one of them another 'class' or 'namespace'");
    }

    [Theory]
    [InlineData("""{ "namespace": "Acme", "class": "Billing", "flags": {} }""")]
    [InlineData("""{ "namespace": "Acme.Billing", "flags": {} }""")]
    [InlineData("""{ "flags": {} }""")]
    public async Task Manifests_OfDifferentClasses_AreFine(string second) =>
        (await AnalyzerHarness.AnalyzeAsync(
            new ProjectOptionsProvider("Root"), new ManifestAdditionalText("/project/a.flags.json", Sound), new ManifestAdditionalText("/project/b.flags.json", second))).ShouldBeEmpty();

    [Fact]
    public async Task Manifests_WithoutNamespaces_ClashInTheRootNamespace() =>
        (await AnalyzerHarness.AnalyzeAsync(
            new ProjectOptionsProvider("Acme"), new ManifestAdditionalText("/project/a.flags.json", Sound), new ManifestAdditionalText("/project/b.flags.json", """{ "flags": {} }""")))
        .ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ClassClash);

    /// <summary>Editors run analyzers over every state of a text that is being typed.</summary>
    [Fact]
    public async Task Text_WhateverItIs_IsAnalyzedWithoutAFailure()
    {
        Gen<string> cutOrGarbled = Gen.Select(Gen.Int[0, Sound.Length], Gen.Int[0, Sound.Length], Gen.String)
            .Select(static (first, second, noise) => Sound[..first] + noise + Sound[second..]);

        await Gen.OneOf(Gen.String, cutOrGarbled).SampleAsync(static async text => await AnalyzerHarness.AnalyzeAsync(text), iter: 500);
    }
}
