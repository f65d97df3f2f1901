using Aurum.FlagGen.Analyzers.Manifest;
using Aurum.FlagGen.Generators;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Analyzers.Tests;

/// <summary>A project with manifests, over which generator and analyzer run as in a build.</summary>
internal static class AnalyzerHarness
{
    public const string ManifestPath = "/project/flags.json";

    private static readonly ProjectOptionsProvider RootOptions = new("Project.Root");

    public static Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string manifest) => AnalyzeAsync(RootOptions, new ManifestAdditionalText(ManifestPath, manifest));

    /// <summary>What the analyzer reports, in the order of the places. A fault of the analyzer itself fails the test.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(ProjectOptionsProvider options, params ManifestAdditionalText[] manifests)
    {
        AnalyzerOptions analyzerOptions = new([.. manifests], options);
        CompilationWithAnalyzersOptions settings = new(
            analyzerOptions,
            onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The analyzer failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers compilation = new(ConsumerCompilation.Create(""), [new FlagManifestAnalyzer()], settings);
        return [.. (await compilation.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The project with what is generated from the manifest.</summary>
    public static Compilation Generate(string manifest, string source)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new FlagGenerator().AsSourceGenerator()], [new ManifestAdditionalText(ManifestPath, manifest)], ConsumerCompilation.ParseOptions, RootOptions);
        driver.RunGeneratorsAndUpdateCompilation(ConsumerCompilation.Create(source), out Compilation output, out _);
        return output;
    }
}
