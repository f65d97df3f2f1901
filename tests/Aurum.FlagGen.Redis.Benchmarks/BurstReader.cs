namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>Many stores in one process, each with a connection and an engine of its own; it says when all of them have the last change.</summary>
internal static class BurstReader
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(string server, string name, int stores)
    {
        List<FeatureFlagManager> managers = [];
        for (int i = 0; i < stores; i++)
        {
            managers.Add(await FeatureFlagManager.StartAsync(BenchmarkServer.OpenStore(server, name)));
        }

        Console.WriteLine("ready");
        while (Console.ReadLine() is not null)
        {
            using PeriodicTimer timer = new(Pause);
            while (!managers.All(static manager => manager.Engine.GetIntegerDetails(Flags.CounterKey, 0).Value == 1))
            {
                await timer.WaitForNextTickAsync();
            }

            Console.WriteLine("done");
        }
    }
}
