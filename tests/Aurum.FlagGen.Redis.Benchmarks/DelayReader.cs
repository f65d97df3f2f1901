using System.Diagnostics;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>Says when an evaluation gives a new value, and when a bare publication arrives.</summary>
internal static class DelayReader
{
    public const string BareChannel = "bare";

    public static async Task RunAsync(string server, string name)
    {
        await using RedisFeatureFlagStore store = BenchmarkServer.OpenStore(server, name);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store);
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server);
        await connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal(BareChannel), static (_, message) => Console.WriteLine($"heard {message} {Stopwatch.GetTimestamp()}"));
        Thread watching = new(() => Watch(manager.Engine)) { IsBackground = true };
        watching.Start();
        Console.WriteLine("ready");
        while (Console.ReadLine() is not null)
        {
        }
    }

    private static void Watch(FlagEngine engine)
    {
        int last = 0;
        SpinWait spin = default;
        while (true)
        {
            int now = engine.GetIntegerDetails(Flags.CounterKey, 0).Value;
            if (now != last)
            {
                Console.WriteLine($"saw {now} {Stopwatch.GetTimestamp()}");
                last = now;
            }

            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}
