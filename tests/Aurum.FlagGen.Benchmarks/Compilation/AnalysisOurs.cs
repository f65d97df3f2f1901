using System.Collections.Immutable;
using Aurum.FlagGen.Benchmarks.Harness;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>How long the whole analysis of the large project takes by the clock: the compiler makes operations of all code and hands them to our analyzers.</summary>
internal sealed class AnalysisOurs : IProbe
{
    public string Name => "Analysis.Ours";

    public IReadOnlyList<int> Sizes(bool full) => [LargeProject.Flags];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = AnalyzersOurs.All;
        return new ProbeMeasurement(LargeProject.Warm(small => small.Analyze(analyzers)).Analyze(analyzers).Clock.TotalNanoseconds, null);
    }
}
