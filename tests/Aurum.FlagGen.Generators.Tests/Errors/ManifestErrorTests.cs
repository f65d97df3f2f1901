using System.Globalization;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.TestKit.Roslyn;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Errors;

public sealed class ManifestErrorTests
{
    private const string Sound = """{ "namespace": "Acme", "flags": { "new_nav": { "status": "enabled", "default_value": true } } }""";

    private static IReadOnlyList<Diagnostic> Report(string manifest) => Report(new ProjectOptionsProvider("Project.Root"), new ManifestAdditionalText(GeneratorHarness.ManifestPath, manifest));

    private static IReadOnlyList<Diagnostic> Report(ProjectOptionsProvider options, params ManifestAdditionalText[] manifests)
    {
        GeneratorHarness harness = new(options, manifests);
        harness.Run();
        return harness.Diagnostics;
    }

    [Fact]
    public void Manifest_WithoutAFault_IsPassedOver() => (Report(Sound)).ShouldBeEmpty();

    [Fact]
    public void Manifest_WithSeveralFaults_HasEachAtItsPlace()
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

        IReadOnlyList<Diagnostic> diagnostics = Report(manifest.Text);

        diagnostics.Select(static diagnostic => diagnostic.Id).ShouldBe(["AFG1010", "AFG1009", "AFG1008"]);
        diagnostics.Select(diagnostic => manifest.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)).ShouldBe(manifest.Spans);
        diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan.Start).ShouldBe(manifest.Starts);
        diagnostics.Select(static diagnostic => diagnostic.Location.GetLineSpan().Path).ShouldAllBe(static path => path == GeneratorHarness.ManifestPath);
        diagnostics.Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line).ShouldBe([2, 3, 4]);
        diagnostics[2].Location.GetLineSpan().StartLinePosition.Character.ShouldBe(4);
    }

    [Fact]
    public void Manifest_WithAWrongValue_StillGeneratesEveryMember()
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
                public static int Broken() => Acme.Features.Broken.GetValue();
            }
            """;

        GeneratorHarness harness = GeneratorHarness.For(manifest);
        harness.AddSource(use);
        harness.Run();
        IReadOnlyList<Diagnostic> diagnostics = harness.Diagnostics;

        diagnostics.ShouldHaveSingleItem().Id.ShouldBe("AFG1009");
        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Manifest_WhoseErrorsTheBuildHasPrinted_IsReportedNoSecondTime()
    {
        const string wrong = """{ "namespace": "Acme", "flags": { "limit": { "type": "integer", "status": "enabled", "default_value": "many" } } }""";

        GeneratorHarness harness = new(new ProjectOptionsProvider("Project.Root") { HasPrintedErrors = true }, new ManifestAdditionalText(GeneratorHarness.ManifestPath, wrong));
        harness.AddSource("internal static class Use { public static int Limit() => Acme.Features.Limit.GetValue(); }");
        harness.Run();

        harness.Diagnostics.ShouldBeEmpty();
        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Manifest_ThatIsNoJson_IsReportedAtTheFault()
    {
        IReadOnlyList<Diagnostic> diagnostics = Report("{ \"flags\": { \"a\": tru } }");

        diagnostics.ShouldHaveSingleItem().Id.ShouldBe("AFG1001");
        diagnostics[0].Location.SourceSpan.Start.ShouldBe(18);
    }

    [Fact]
    public void Manifest_OfAnotherProject_IsThatProjectsToReport()
    {
        ProjectOptionsProvider options = new("Project.Root", (GeneratorHarness.ManifestPath, "EmitAccessors", "false"));

        (Report(options, new ManifestAdditionalText(GeneratorHarness.ManifestPath, "not json"))).ShouldBeEmpty();
    }

    [Fact]
    public void File_OfAnotherName_IsAManifestWhenTheProjectSaysSo()
    {
        ManifestAdditionalText file = new("/project/toggles.json", "not json");

        (Report(new ProjectOptionsProvider("Root"), file)).ShouldBeEmpty();
        (Report(new ProjectOptionsProvider("Root", (file.Path, "FlagManifest", "true")), file)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Manifests_OfTheSameClass_AreReportedAtTheSecond()
    {
        MarkedText second = new("""{ "namespace": "Acme", "class": [|"Features"|], "flags": {} }""");

        IReadOnlyList<Diagnostic> diagnostics = Report(
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
    [InlineData("""{ "namespace": "Acme.A", "flags": { "search.fuzzy": { "evaluation": "compile_time", "emit": "const", "default_value": true } } }""", "search.fuzzy")]
    [InlineData("""{ "namespace": "Acme.A", "flags": { "search-fuzzy": { "evaluation": "compile_time", "emit": "const", "default_value": false } } }""", "search-fuzzy")]
    public void Manifests_ThatMakeOneSymbol_AreReportedAtTheSecond(string first, string key)
    {
        MarkedText second = new("""{ "namespace": "Acme.B", "flags": { "other": {}, [|"search.fuzzy"|]: { "evaluation": "compile_time", "emit": "const", "default_value": true } } }""");

        IReadOnlyList<Diagnostic> diagnostics = Report(
            new ProjectOptionsProvider("Root"),
            new ManifestAdditionalText("/project/b.flags.json", second.Text),
            new ManifestAdditionalText("/project/a.flags.json", first));

        Diagnostic clash = diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldHaveSingleItem();
        clash.Id.ShouldBe("AFG1008");
        clash.Location.GetLineSpan().Path.ShouldBe("/project/b.flags.json");
        clash.Location.SourceSpan.Start.ShouldBe(second.Starts[0]);
        clash.GetMessage(CultureInfo.InvariantCulture).ShouldBe(
            $"Flag 'search.fuzzy' cannot become C#: its symbol 'FLAG_SEARCH_FUZZY' is already that of flag '{key}' in '/project/a.flags.json'; rename one of the two, or give one of them another 'emit'");
    }

    [Theory]
    [InlineData("""{ "namespace": "Acme.B", "flags": { "search.fuzzy": { "evaluation": "compile_time", "emit": "switch", "default_value": true } } }""")]
    [InlineData("""{ "namespace": "Acme.B", "flags": { "search.fuzzy": { "status": "enabled", "default_value": true } } }""")]
    [InlineData("""{ "namespace": "Acme.B", "flags": { "search.exact": { "evaluation": "compile_time", "emit": "const", "default_value": true } } }""")]
    public void Manifests_ThatMakeNoSymbolTwice_AreFine(string second) =>
        Report(
            new ProjectOptionsProvider("Root"),
            new ManifestAdditionalText("/project/a.flags.json", """{ "namespace": "Acme.A", "flags": { "search.fuzzy": { "evaluation": "compile_time", "emit": "const", "default_value": true } } }"""),
            new ManifestAdditionalText("/project/b.flags.json", second))
        .ShouldNotContain(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void File_OfAnotherTool_ClaimsNoClass()
    {
        const string foreign = """{ "flags": { "a": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" } } }""";

        IReadOnlyList<Diagnostic> diagnostics = Report(
            new ProjectOptionsProvider("Acme"), new ManifestAdditionalText("/project/a.flags.json", foreign), new ManifestAdditionalText("/project/b.flags.json", Sound));

        diagnostics.ShouldHaveSingleItem().Id.ShouldBe("AFG1035");
    }

    [Theory]
    [InlineData("""{ "namespace": "Acme", "class": "Billing", "flags": {} }""")]
    [InlineData("""{ "namespace": "Acme.Billing", "flags": {} }""")]
    [InlineData("""{ "flags": {} }""")]
    public void Manifests_OfDifferentClasses_AreFine(string second) =>
        (Report(
            new ProjectOptionsProvider("Root"), new ManifestAdditionalText("/project/a.flags.json", Sound), new ManifestAdditionalText("/project/b.flags.json", second))).ShouldBeEmpty();

    [Fact]
    public void Manifests_WithoutNamespaces_ClashInTheRootNamespace() =>
        (Report(
            new ProjectOptionsProvider("Acme"), new ManifestAdditionalText("/project/a.flags.json", Sound), new ManifestAdditionalText("/project/b.flags.json", """{ "flags": {} }""")))
        .ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.ClassClash);

    /// <summary>Editors run the generator over every state of a text that is being typed.</summary>
    [Fact]
    public void Text_WhateverItIs_IsReadWithoutAFailure()
    {
        Gen<string> cutOrGarbled = Gen.Select(Gen.Int[0, Sound.Length], Gen.Int[0, Sound.Length], Gen.String)
            .Select(static (first, second, noise) => Sound[..first] + noise + Sound[second..]);

        Gen.OneOf(Gen.String, cutOrGarbled).Sample(static text => Report(text), iter: 500);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public void Severity_ThatTheProjectConfigures_IsTaken(ReportDiagnostic configured, DiagnosticSeverity? expected)
    {
        GeneratorHarness harness = GeneratorHarness.For("""{ "flags": { "a": { "status": "enabeld", "default_value": true } } }""");
        harness.Configure("AFG1010", configured);

        harness.Run();

        harness.Diagnostics.Select(static diagnostic => (DiagnosticSeverity?)diagnostic.Severity).ShouldBe(expected is null ? [] : [expected]);
    }
}
