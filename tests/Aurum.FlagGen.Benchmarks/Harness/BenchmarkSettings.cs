using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Perfolizer.Horology;

namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>How BenchmarkDotNet measures. The short mode answers whether a budget is met, the full mode by how much.</summary>
internal static class BenchmarkSettings
{
    /// <summary>The code that is timed is built anew, with everything that it refers to; a busy machine takes its time.</summary>
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(10);

    public static IConfig Create(bool full, string resultsFolder)
    {
        // Without the delay, code reaches its last tier during the warm-up also on a machine so busy that the delay would be prolonged again and again.
        Job job = Job.Default.WithId(full ? "full" : "short").WithEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0");
        if (!full)
        {
            job = job.WithLaunchCount(1).WithWarmupCount(10).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(150));
        }

        return ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(JsonExporter.Brief)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(resultsFolder)
            .WithBuildTimeout(BuildTimeout);
    }
}
