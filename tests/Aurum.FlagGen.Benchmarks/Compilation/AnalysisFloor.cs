using System.Collections.Immutable;
using Aurum.FlagGen.Benchmarks.Harness;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>The same analysis for an analyzer that asks for the same operations and looks at none: what the compiler takes for itself.</summary>
internal sealed class AnalysisFloor : IProbe
{
    public string Name => "Analysis.Floor";

    public IReadOnlyList<int> Sizes(bool full) => [LargeProject.Flags];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new IdleAnalyzer()];
        return new ProbeMeasurement(LargeProject.Warm(small => small.Analyze(analyzers)).Analyze(analyzers).Clock.TotalNanoseconds, null);
    }
}
