using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>From the call that makes a change to the evaluation in another process that sees it, by turns with a bare publication, which is the floor.</summary>
internal static class DelayBenchmark
{
    // Longer than the interval in which changes count as one burst: here each is told by itself.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    public static async Task RunAsync(int rounds)
    {
        using PeriodicTimer timer = new(Pause);
        await using BenchmarkServer server = await BenchmarkServer.StartAsync();
        await using RedisFeatureFlagStore store = server.OpenStore();
        using ReaderProcess reader = ReaderProcess.Start("delay-reader", server.Address, server.Namespace);
        await reader.WaitForAsync("ready");
        Sample changes = new();
        Sample publications = new();
        long version = 0;
        for (int round = 1; round <= rounds; round++)
        {
            await timer.WaitForNextTickAsync();
            long start = Stopwatch.GetTimestamp();
            version = (await store.SaveAsync(Flags.Counter(round), version, Flags.Change)).Version;
            changes.Add(Since(start, await reader.WaitForAsync($"saw {round} ")));

            start = Stopwatch.GetTimestamp();
            await server.Subscriber.PublishAsync(RedisChannel.Literal(DelayReader.BareChannel), round);
            publications.Add(Since(start, await reader.WaitForAsync($"heard {round} ")));
        }

        Console.WriteLine($"a bare publication, until the other process hears it: {publications}");
        Console.WriteLine($"a change, until the other process evaluates it: {changes}");
    }

    private static double Since(long start, string[] words) => (long.Parse(words[2], CultureInfo.InvariantCulture) - start) * 1000.0 / Stopwatch.Frequency;
}
