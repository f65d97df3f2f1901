using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Generators.Tests.Output;

/// <summary>For whom the generated types are, and for which versions of the language.</summary>
public sealed class AccessibilityTests
{
    [Theory]
    [InlineData("internal", Accessibility.Internal)]
    [InlineData("Internal", Accessibility.Internal)]
    [InlineData("public", Accessibility.Public)]
    [InlineData("", Accessibility.Public)]
    public void Types_AsTheProjectSays_AreForItselfOrForAll(string accessibility, Accessibility expected)
    {
        GeneratorHarness harness = new(
            new ProjectOptionsProvider("Root", (GeneratorHarness.ManifestPath, "Accessibility", accessibility)),
            new ManifestAdditionalText(GeneratorHarness.ManifestPath, TestManifests.Read("every-feature.flags.json")));
        harness.Run();

        harness.Output.Faults().ShouldBeEmpty();
        INamedTypeSymbol[] types = [.. harness.Output.Assembly.GlobalNamespace.GetNamespaceMembers().Single(static space => space.Name == "Acme").GetNamespaceMembers().Single().GetTypeMembers()];
        types.Length.ShouldBeGreaterThan(20);
        types.Where(type => type.DeclaredAccessibility != expected).Select(static type => type.Name).Where(static name => !name.StartsWith("__", StringComparison.Ordinal))
            .Order().ShouldBe(expected == Accessibility.Public ? ["FeaturesCatalog", "FeaturesSwitches"] : []);
    }

    /// <summary>The lowest version of the language that AFG1054 lets through.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12, true)]
    [InlineData(LanguageVersion.CSharp11, false)]
    public void Code_InTheLowestVersionOfTheLanguage_Compiles(LanguageVersion version, bool compiles)
    {
        GeneratorRunResult run = GeneratorHarness.For(TestManifests.Read("every-feature.flags.json")).Run();
        CSharpParseOptions options = ConsumerCompilation.ParseOptions.WithLanguageVersion(version);
        SyntaxTree[] trees = [.. run.GeneratedSources.Select(source => CSharpSyntaxTree.ParseText(source.SourceText, options))];

        CSharpCompilation compilation = CSharpCompilation.Create("Old", trees, ConsumerCompilation.References, ConsumerCompilation.Options);

        compilation.Faults().Any().ShouldBe(!compiles);
    }
}
