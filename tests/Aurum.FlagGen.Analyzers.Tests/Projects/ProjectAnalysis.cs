using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Analyzers.Tests.Projects;

/// <summary>Runs analyzers over projects of a workspace.</summary>
internal static class ProjectAnalysis
{
    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. InstancesOf<DiagnosticAnalyzer>(typeof(DiagnosticIds).Assembly)];

    /// <summary>Every fix of the package.</summary>
    public static ImmutableArray<CodeFixProvider> Fixes { get; } =
        [.. InstancesOf<CodeFixProvider>(System.Reflection.Assembly.Load("Aurum.FlagGen.CodeFixes"))];

    /// <summary>What all analyzers report, in the order of the places. A fault of an analyzer itself fails the test.</summary>
    public static Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(this Project project) => AnalyzeAsync(project, Analyzers);

    /// <summary>What some of the analyzers report.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Project project, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;

        // What is not shown by default is analyzed as well.
        CompilationOptions options = compilation.Options.WithSpecificDiagnosticOptions(
            analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)
                .Where(static descriptor => !descriptor.IsEnabledByDefault)
                .Select(static descriptor => KeyValuePair.Create(descriptor.Id, ReportDiagnostic.Info)));
        CompilationWithAnalyzersOptions settings = new(
            project.AnalyzerOptions,
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers analysis = new(compilation.WithOptions(options), analyzers, settings);
        return
        [
            .. (await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
                .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    /// <summary>The diagnostics of one rule.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(this Project project, string id) =>
        [.. (await project.AnalyzeAsync()).Where(diagnostic => diagnostic.Id == id)];

    /// <summary>What the compiler itself refuses.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> CompileAsync(this Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static IEnumerable<T> InstancesOf<T>(System.Reflection.Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.IsAssignableTo(typeof(T)) && !type.IsAbstract
        orderby type.FullName
        select (T)Activator.CreateInstance(type)!;
}
