using System.Diagnostics;
using System.Globalization;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>Changes, evaluations, and connections that break, for long: memory and handles must stay where they are.</summary>
internal static class SoakBenchmark
{
    private const int Readers = 4;
    private const int Keys = 100;

    public static async Task RunAsync(TimeSpan duration)
    {
        await using BenchmarkServer server = await BenchmarkServer.StartAsync();
        await using RedisFeatureFlagStore writer = server.OpenStore();
        List<FeatureFlagManager> managers = [];
        for (int i = 0; i < Readers; i++)
        {
            managers.Add(await FeatureFlagManager.StartAsync(server.OpenStore()));
        }

        Console.WriteLine("| minute | changes | managed memory | working set | handles | threads |");
        Console.WriteLine("|---|---|---|---|---|---|");
        long[] versions = new long[Keys];
        long start = Stopwatch.GetTimestamp();
        int changes = 0;
        int minute = 0;
        Report(minute, changes);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(20));
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            await timer.WaitForNextTickAsync();
            int key = changes % Keys;
            versions[key] = await WriteAsync(writer, key, changes++, versions[key]);
            foreach (FeatureFlagManager manager in managers)
            {
                manager.Engine.EvaluateAll();
            }

            if (Stopwatch.GetElapsedTime(start).TotalMinutes >= minute + 1)
            {
                // Once a minute everybody's connections break.
                await server.BreakConnectionsAsync();
                Report(++minute, changes);
            }
        }
    }

    private static async Task<long> WriteAsync(RedisFeatureFlagStore writer, int key, int value, long version)
    {
        try
        {
            return (await writer.SaveAsync(Flags.Integer($"flag{key}", value), version, Flags.Change)).Version;
        }
        catch (FeatureFlagConflictException conflict)
        {
            return conflict.ActualVersion;
        }
        catch (FeatureFlagStoreException)
        {
            // The connection is broken at this moment; the next round finds the flag as it was, or as this attempt left it.
            return version;
        }
    }

    private static void Report(int minute, int changes)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {minute} | {changes} | {GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024:0.0} MB | {self.WorkingSet64 / 1024.0 / 1024:0} MB | {self.HandleCount} | {self.Threads.Count} |"));
    }
}
