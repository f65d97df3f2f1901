using System.Diagnostics;

namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>Times one piece of work that happens once, and what it leaves in memory.</summary>
internal static class ColdClock
{
    /// <summary>Does the work and says how long it took and how much more is held when only its result is.</summary>
    /// <param name="work">The work; what it returns is kept while memory is counted.</param>
    public static ProbeMeasurement Measure(Func<object> work)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long start = Stopwatch.GetTimestamp();
        object kept = work();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(kept);
        return new ProbeMeasurement(elapsed.TotalNanoseconds, after - before);
    }
}
