using System.Collections.Immutable;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Generators.Tests.Driver;

/// <summary>A project with manifests, over which the generator runs as it does in the compiler and in an editor.</summary>
internal sealed class GeneratorHarness
{
    public const string ManifestPath = "/project/flags.json";

    private CSharpCompilation _compilation = ConsumerCompilation.Create("namespace Consumer { internal static class Unrelated; }");
    private ManifestAdditionalText[] _manifests;
    private GeneratorDriver _driver;

    public GeneratorHarness(ProjectOptionsProvider options, params ManifestAdditionalText[] manifests)
    {
        _manifests = manifests;
        _driver = CSharpGeneratorDriver.Create(
            [new FlagGenerator().AsSourceGenerator()], manifests, ConsumerCompilation.ParseOptions, options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>The project with the code that was generated last.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>What the build prints of the manifests, in the order of the places: with the project's severities.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    public static GeneratorHarness For(string manifest) => new(new ProjectOptionsProvider("Project.Root"), new ManifestAdditionalText(ManifestPath, manifest));

    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = output;
        Diagnostics = [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();
        result.Exception.ShouldBeNull();
        return result;
    }

    /// <summary>Sets the severities that the project configures.</summary>
    public void Configure(string id, ReportDiagnostic severity) => _compilation = _compilation.WithOptions(_compilation.Options.WithSpecificDiagnosticOptions([new(id, severity)]));

    /// <summary>Names the project's assembly.</summary>
    public void Name(string assemblyName) => _compilation = _compilation.WithAssemblyName(assemblyName);

    /// <summary>Adds a reference.</summary>
    public void AddReference(MetadataReference reference) => _compilation = _compilation.AddReferences(reference);

    /// <summary>Adds C#, as somebody does who types.</summary>
    public void AddSource(string source) => _compilation = _compilation.AddSyntaxTrees(ConsumerCompilation.Parse(source, "Added.cs"));

    public void ReplaceManifest(string text, string path = ManifestPath)
    {
        int index = Array.FindIndex(_manifests, manifest => manifest.Path == path);
        ManifestAdditionalText replacement = new(path, text);
        _driver = _driver.ReplaceAdditionalText(_manifests[index], replacement);
        _manifests[index] = replacement;
    }

    /// <summary>The text of a generated file.</summary>
    public string Source(string fileName) =>
        _driver.GetRunResult().Results.Single().GeneratedSources.Single(source => source.HintName == fileName).SourceText.ToString();
}
