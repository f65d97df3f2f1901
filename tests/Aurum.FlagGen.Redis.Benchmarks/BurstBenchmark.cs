using System.Diagnostics;
using System.Globalization;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>Many subscribers, and many changes at once: what the server sends and what everybody pays.</summary>
internal static class BurstBenchmark
{
    private static readonly string[] Counters = ["total_net_output_bytes", "total_commands_processed", "cmdstat_evalsha", "used_cpu_user", "used_cpu_sys"];

    public static async Task RunAsync(int processes, int storesEach, int changes)
    {
        await using BenchmarkServer server = await BenchmarkServer.StartAsync();
        await using RedisFeatureFlagStore store = server.OpenStore();
        await store.SaveAsync(Flags.Counter(0), 0, Flags.Change);
        List<ReaderProcess> readers = [];
        try
        {
            for (int i = 0; i < processes; i++)
            {
                readers.Add(ReaderProcess.Start("burst-reader", server.Address, server.Namespace, storesEach.ToString(CultureInfo.InvariantCulture)));
                await readers[i].WaitForAsync("ready");
            }

            await MeasureAsync("nothing, for as long as two polls", server, readers, static () => Task.Delay(TimeSpan.FromSeconds(20)));
            await MeasureAsync($"{changes} changes, {processes * storesEach} subscribers", server, readers, () => BurstAsync(store, readers, changes));
        }
        finally
        {
            readers.ForEach(static reader => reader.Dispose());
        }
    }

    private static async Task BurstAsync(RedisFeatureFlagStore store, List<ReaderProcess> readers, int changes)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < changes - 1; i++)
        {
            await store.SaveAsync(Flags.Integer($"flag{i}", i), 0, Flags.Change);
        }

        await store.SaveAsync(Flags.Counter(1), 1, Flags.Change);
        double written = Stopwatch.GetElapsedTime(start).TotalSeconds;
        readers.ForEach(static reader => reader.Go());
        await Task.WhenAll(readers.Select(static reader => reader.WaitForAsync("done")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"written in {written:0.00} s, seen by all {Stopwatch.GetElapsedTime(start).TotalSeconds - written:0.00} s later"));
    }

    private static async Task MeasureAsync(string name, BenchmarkServer server, List<ReaderProcess> readers, Func<Task> act)
    {
        double[] before = await ReadAsync(server);
        double processor = readers.Sum(static reader => reader.ProcessorTime.TotalSeconds);
        await act();
        double[] after = await ReadAsync(server);
        double[] used = [.. after.Zip(before, static (one, other) => one - other)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: the server sent {used[0] / 1024:0} KB and ran {used[1]:0} commands, {used[2]:0} of them scripts, in {used[3] + used[4]:0.00} s of processor time; the readers took {readers.Sum(static reader => reader.ProcessorTime.TotalSeconds) - processor:0.00} s"));
    }

    private static async Task<double[]> ReadAsync(BenchmarkServer server)
    {
        List<double> values = [];
        foreach (string counter in Counters)
        {
            values.Add(await server.ReadAsync(counter));
        }

        return [.. values];
    }
}
