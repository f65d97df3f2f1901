using System.Diagnostics;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>Loads many flags into a store that has none yet, and then one changed flag.</summary>
internal static class LoadBenchmark
{
    private const int WritersAtOnce = 32;

    public static async Task RunAsync(int flags, int rounds)
    {
        await using BenchmarkServer server = await BenchmarkServer.StartAsync();
        await using RedisFeatureFlagStore writer = server.OpenStore();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, flags),
            new ParallelOptions { MaxDegreeOfParallelism = WritersAtOnce },
            async (number, token) => await writer.SaveAsync(Flags.Usual(number), 0, Flags.Change, token));
        double bytes = await server.ReadAsync("total_net_output_bytes");
        Sample all = new();
        for (int round = 0; round < rounds; round++)
        {
            await using RedisFeatureFlagStore store = server.OpenStore();
            await ConnectAsync(store);
            long start = Stopwatch.GetTimestamp();
            int count = (await store.LoadAsync()).Flags.Count;
            all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (count != flags)
            {
                throw new InvalidOperationException($"{count} flags were loaded in place of {flags}.");
            }
        }

        bytes = (await server.ReadAsync("total_net_output_bytes") - bytes) / rounds;
        Sample one = new();
        await writer.LoadAsync();
        for (int round = 0; round < rounds; round++)
        {
            await writer.SaveAsync(Flags.Usual(7) with { Description = $"Round {round}" }, round + 1, Flags.Change);
            long start = Stopwatch.GetTimestamp();
            await writer.LoadAsync();
            one.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine($"loading {flags} flags: {all}, {bytes / 1024:0} KB each");
        Console.WriteLine($"loading one changed flag of {flags}: {one}");
        Console.WriteLine($"the server's memory: {await server.ReadAsync("used_memory") / 1024 / 1024:0.0} MB, its definitions and one audit entry each");
    }

    // Asking the audit log connects, and loads no flag.
    private static async Task ConnectAsync(RedisFeatureFlagStore store) => await store.ReadAuditAsync(new AuditQuery { Limit = 1 });
}
