using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Output;

/// <summary>Which files are generated from, and into which namespace.</summary>
public sealed class ManifestSelectionTests
{
    private const string Flag = """{ "flags": { "nav": { "status": "enabled", "default_value": true } } }""";

    private static string[] Generate(ProjectOptionsProvider options, params ManifestAdditionalText[] manifests)
    {
        GeneratorHarness harness = new(options, manifests);
        GeneratorRunResult run = harness.Run();
        harness.Output.Faults().ShouldBeEmpty();
        return [.. run.GeneratedSources.Select(static source => source.HintName).Where(static name => !name.Contains('-'))];
    }

    private static string Classed(string className) => Flag.Insert(1, $"\"class\": \"{className}\",");

    [Theory]
    [InlineData("/project/flags.json", true)]
    [InlineData("/project/Flags.json", true)]
    [InlineData("C:\\project\\flags.json", true)]
    [InlineData("/project/billing.flags.json", true)]
    [InlineData("/project/appsettings.json", false)]
    [InlineData("/project/flags.schema.json", false)]
    [InlineData("/project/myflags.json", false)]
    [InlineData("/project/flags.json.txt", false)]
    public void File_ByItsName_IsAManifest(string path, bool isManifest) =>
        Generate(new ProjectOptionsProvider("Root"), new ManifestAdditionalText(path, Flag)).ShouldBe(isManifest ? ["Root.Features.g.cs"] : []);

    [Theory]
    [InlineData("/project/toggles.json", "true", 1)]
    [InlineData("/project/toggles.jsonc", "true", 1)]
    [InlineData("/project/flags.json", "false", 0)]
    [InlineData("/project/flags.json", "False", 0)]
    [InlineData("/project/flags.json", "no", 0)]
    [InlineData("/project/flags.json", "off", 0)]
    [InlineData("/project/toggles.json", "yes", 1)]
    [InlineData("/project/toggles.json", "On", 1)]
    public void File_ByTheProjectsWord_IsAManifest(string path, string isManifest, int count) =>
        Generate(new ProjectOptionsProvider("Root", (path, "FlagManifest", isManifest)), new ManifestAdditionalText(path, Flag)).Length.ShouldBe(count);

    [Fact]
    public void Manifest_OfAnotherProject_IsOnlyRead() =>
        Generate(new ProjectOptionsProvider("Root", ("/shared/flags.json", "EmitAccessors", "false")), new ManifestAdditionalText("/shared/flags.json", Flag)).ShouldBeEmpty();

    [Theory]
    [InlineData("Acme.Shop", "Acme.Shop.Features.g.cs")]
    [InlineData("my-app", "my_app.Features.g.cs")]
    [InlineData("7zip.class", "_7zip.class.Features.g.cs")]
    [InlineData("", "Features.g.cs")]
    [InlineData(null, "Features.g.cs")]
    public void Namespace_WhereTheManifestNamesNone_IsTheProjects(string? rootNamespace, string expected) =>
        Generate(new ProjectOptionsProvider(rootNamespace), new ManifestAdditionalText("/project/flags.json", Flag)).ShouldBe([expected]);

    [Fact]
    public void Namespace_OfTheManifest_WinsOverTheProjects() =>
        Generate(new ProjectOptionsProvider("Root"), new ManifestAdditionalText("/project/flags.json", Flag.Insert(1, "\"namespace\": \"Acme\","))).ShouldBe(["Acme.Features.g.cs"]);

    [Fact]
    public void Manifests_OfSeveralClasses_LiveSideBySide() =>
        Generate(
            new ProjectOptionsProvider("Root"),
            new ManifestAdditionalText("/project/flags.json", TestManifests.Read("every-feature.flags.json")),
            new ManifestAdditionalText("/project/billing.flags.json", TestManifests.Read("billing.flags.json")),
            new ManifestAdditionalText("/project/other.flags.json", Flag)).ShouldBe(["Acme.Shop.Features.g.cs", "Acme.Shop.Billing.g.cs", "Root.Features.g.cs"], ignoreOrder: true);

    [Theory]
    [InlineData("Features", "Features")]
    [InlineData("Features", "features")]
    public void Manifests_OfTheSameClass_GiveTheClassToTheFirstByPath(string first, string second) =>
        Generate(
            new ProjectOptionsProvider("Root"),
            new ManifestAdditionalText("/project/b.flags.json", Classed(second)),
            new ManifestAdditionalText("/project/a.flags.json", Classed(first))).ShouldBe([$"Root.{first}.g.cs"]);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{ "flags": 1, "context": 2, "namespace": 3, "class": {} }""")]
    [InlineData("""{ "namespace": "1 2 3", "class": "class", "flags": {} }""")]
    public void Manifest_ThatIsBroken_GivesCodeThatCompiles(string text) =>
        Generate(new ProjectOptionsProvider("Root"), new ManifestAdditionalText("/project/flags.json", text)).Length.ShouldBe(1);
}
