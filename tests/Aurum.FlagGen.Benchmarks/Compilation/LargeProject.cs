using System.Collections.Immutable;
using System.Diagnostics;
using Aurum.FlagGen.Generators;
using Aurum.FlagGen.TestKit.CodeBase;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>A project of many files that read flags, without faults, as the compiler has it.</summary>
internal sealed class LargeProject
{
    /// <summary>How many flags its manifest declares.</summary>
    public const int Flags = 400;

    public const int Files = 2_000;

    /// <summary>Enough to have the just-in-time compiler done with whatever the measured run needs.</summary>
    private const int FilesToWarmUp = 200;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);

    private readonly IReadOnlyList<CodeBaseFile> _files;
    private readonly ManifestFile _manifest;
    private readonly string[] _generated;

    private LargeProject(int files)
    {
        LargeCodeBase code = LargeCodeBase.Create(files, hasFaults: false);
        _files = code.Files;
        _manifest = new ManifestFile(code.Manifest);
        _generated = [.. Project.CreateDriver(new FlagGenerator().AsSourceGenerator(), _manifest).RunGenerators(Project.Create("1")).GetRunResult().GeneratedTrees.Select(static tree => tree.ToString())];
    }

    /// <summary>Does something with a small project, so that it is warm, and then gives the large one.</summary>
    public static LargeProject Warm(Action<LargeProject> work)
    {
        work(new LargeProject(FilesToWarmUp));
        return new LargeProject(Files);
    }

    /// <summary>Reads and compiles everything, as a build without analyzers does.</summary>
    public void Compile()
    {
        if (CreateCompilation().Emit(Stream.Null) is { Success: false } result)
        {
            throw new InvalidOperationException($"The code does not compile: {result.Diagnostics.First(static one => one.Severity == DiagnosticSeverity.Error)}");
        }
    }

    /// <summary>Runs analyzers as the compiler does.</summary>
    /// <returns>What the analyzers took, added up: the sum that a build with <c>-p:ReportAnalyzer=true</c> prints. And what the clock says, with all that the compiler does to serve them.</returns>
    public (TimeSpan Sum, TimeSpan Clock) Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([_manifest]), onAnalyzerException: static (exception, _, _) => throw exception, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
        CSharpCompilation compilation = CreateCompilation();

        // The compiler has bound the references when it starts the analyzers.
        _ = compilation.Assembly;
        long start = Stopwatch.GetTimestamp();
        CompilationWithAnalyzers analysis = new(compilation, analyzers, options);
        AnalysisResult result = analysis.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        TimeSpan clock = Stopwatch.GetElapsedTime(start);
        if (result.GetAllDiagnostics().FirstOrDefault() is { } reported)
        {
            throw new InvalidOperationException($"The code has no faults, and yet this is reported: {reported}");
        }

        return (TimeSpan.FromTicks(result.AnalyzerTelemetryInfo.Values.Sum(static telemetry => telemetry.ExecutionTime.Ticks)), clock);
    }

    private CSharpCompilation CreateCompilation() => CSharpCompilation.Create(
        "Large",
        _files.Select(static file => file.Text).Concat(_generated).Select(static (text, index) => CSharpSyntaxTree.ParseText(text, ParseOptions, path: $"/project/{index}.cs")),
        [.. Net100.References.All, .. RuntimeReferences.All],
        CompilationOptions);
}
