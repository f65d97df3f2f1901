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
    public static IConfig Create(bool full, string resultsFolder)
    {
        Job job = Job.Default.WithId(full ? "full" : "short");
        if (!full)
        {
            job = job.WithLaunchCount(1).WithWarmupCount(4).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(150));
        }

        return ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(JsonExporter.Brief)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(resultsFolder);
    }
}
