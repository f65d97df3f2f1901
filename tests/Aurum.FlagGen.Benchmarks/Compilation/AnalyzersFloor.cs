using System.Diagnostics;
using Aurum.FlagGen.Benchmarks.Harness;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>What the compiler takes for the same project by itself.</summary>
internal sealed class AnalyzersFloor : IProbe
{
    public string Name => "Analyzers.Floor";

    public IReadOnlyList<int> Sizes(bool full) => [LargeProject.Flags];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        LargeProject project = LargeProject.Warm(static small => small.Compile());
        long start = Stopwatch.GetTimestamp();
        project.Compile();
        return new ProbeMeasurement(Stopwatch.GetElapsedTime(start).TotalNanoseconds, null);
    }
}
