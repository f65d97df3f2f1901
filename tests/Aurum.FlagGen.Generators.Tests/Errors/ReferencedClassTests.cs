using System.Globalization;
using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Errors;

/// <summary>AFG1051: a project takes a manifest whose accessors it sees already, so that every use of them would be one of two classes.</summary>
public sealed class ReferencedClassTests
{
    private const string Manifest = """{ "namespace": "Acme", "flags": { "new_nav": { "status": "enabled", "default_value": true }, "theme.dark": { "status": "enabled", "default_value": true } } }""";
    private const string Friend = """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Shop.Tests")]""";
    private const string Use = "namespace Consumer { internal static class Use { internal static bool On => Acme.Features.NewNav.IsEnabled(); } }";

    [Theory]
    [InlineData("public", "")]
    [InlineData("public", Friend)]
    [InlineData("internal", Friend)]
    public void Manifest_WhoseClassIsSeenAlready_IsOneErrorAndNoSecondClass(string accessibility, string source)
    {
        GeneratorHarness harness = Consume(Manifest, Library(Manifest, accessibility, source));

        Diagnostic diagnostic = harness.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("AFG1051");
        diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldStartWith("The manifest generates the class 'Acme.Features', which the referenced 'Shop' has already, so nothing is generated here; take the manifest with EmitAccessors=\"false\"");
        Manifest[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End].ShouldBe("\"Acme\"");
        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Manifest_WhoseClassIsHiddenInAReference_GetsItsOwn()
    {
        GeneratorHarness harness = Consume(Manifest, Library(Manifest, "internal", ""));

        harness.Diagnostics.ShouldBeEmpty();
        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Manifest_OfAnotherClass_GetsItsOwn()
    {
        GeneratorHarness harness = Consume(Manifest, Library(Manifest.Replace("Acme", "Acme.Shop", StringComparison.Ordinal), "public", Friend));

        harness.Diagnostics.ShouldBeEmpty();
        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Manifest_ThatIsOnlyRead_IsFine()
    {
        GeneratorHarness harness = Consume(Manifest, Library(Manifest, "internal", Friend), emits: false);

        harness.Diagnostics.ShouldBeEmpty();
        harness.Output.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void CSharpEdit_BesideAReference_ReadsNoMetadata()
    {
        GeneratorHarness harness = Consume(Manifest, Library(Manifest, "public", ""));

        harness.AddSource("namespace Consumer { internal static class More; }");
        GeneratorRunResult run = harness.Run();

        run.TrackedSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).ShouldAllBe(static output => output.Reason == IncrementalStepRunReason.Cached);
    }

    private static MetadataReference Library(string manifest, string accessibility, string source)
    {
        GeneratorHarness library = new(
            new ProjectOptionsProvider("Shop", (GeneratorHarness.ManifestPath, "Accessibility", accessibility)), new ManifestAdditionalText(GeneratorHarness.ManifestPath, manifest));
        library.AddSource(source);
        library.Run();
        library.Output.Faults().ShouldBeEmpty();
        using MemoryStream image = new();
        library.Output.WithAssemblyName("Shop").Emit(image).Success.ShouldBeTrue();
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static GeneratorHarness Consume(string manifest, MetadataReference library, bool emits = true)
    {
        GeneratorHarness harness = new(
            new ProjectOptionsProvider("Root", (GeneratorHarness.ManifestPath, "EmitAccessors", emits ? "true" : "false")) { AssemblyName = "Shop.Tests" },
            new ManifestAdditionalText(GeneratorHarness.ManifestPath, manifest));
        harness.Name("Shop.Tests");
        harness.AddReference(library);
        harness.AddSource(Use);
        harness.Run();
        return harness;
    }
}
