using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers;
using Aurum.FlagGen.Benchmarks.Harness;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>What all our analyzers together take of a build of 2,000 files with 40,000 reads of flags.</summary>
internal sealed class AnalyzersOurs : IProbe
{
    public string Name => "Analyzers.Ours";

    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All =>
    [
        .. from type in typeof(FlagUseAnalyzer).Assembly.GetTypes()
           where type.IsAssignableTo(typeof(DiagnosticAnalyzer)) && !type.IsAbstract
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

    public IReadOnlyList<int> Sizes(bool full) => [LargeProject.Flags];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = All;
        return new ProbeMeasurement(LargeProject.Warm(small => small.Analyze(analyzers)).Analyze(analyzers).Sum.TotalNanoseconds, null);
    }
}
