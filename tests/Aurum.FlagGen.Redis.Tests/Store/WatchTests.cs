using System.Diagnostics;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class WatchTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_BurstOfAThousandChanges_IsToldInFewNoticesAndToItsEnd()
    {
        const int Changes = 1000;
        TimeSpan interval = TimeSpan.FromMilliseconds(100);
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await using RedisFeatureFlagStore reader = RedisStores.Open(server.Configuration, name, options => options.BurstInterval = interval);
        await using IAsyncEnumerator<FlagSetChange> changes = reader.WatchAsync(Token).GetAsyncEnumerator(Token);
        (await changes.MoveNextAsync()).ShouldBeTrue();

        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Changes; i++)
        {
            await writer.SaveAsync(RedisStores.Flag($"flag{i}"), 0, RedisStores.Change());
        }

        string last = (await writer.LoadAsync(Token)).Version;
        int notices = 0;
        do
        {
            (await changes.MoveNextAsync()).ShouldBeTrue();
            notices++;
        }
        while (changes.Current.Version != last);

        // However long a loaded machine takes: no more than one notice fits into an interval, give or take what timers are early.
        notices.ShouldBeLessThanOrEqualTo((int)(1.25 * (Stopwatch.GetElapsedTime(start) / interval)) + 3);
        (await reader.LoadAsync(Token)).Flags.Count.ShouldBe(Changes);
    }

    /// <summary>
    /// The notice that ends a burst comes out of a timer's callback, where an exception would end the process.
    /// </summary>
    [Fact]
    public async Task Watch_ClockFails_TellsEveryChange()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await using RedisFeatureFlagStore reader = RedisStores.Open(server.Configuration, name, clock: new FailingTime());
        await using IAsyncEnumerator<FlagSetChange> changes = reader.WatchAsync(Token).GetAsyncEnumerator(Token);
        (await changes.MoveNextAsync()).ShouldBeTrue();

        for (int i = 0; i < 10; i++)
        {
            await writer.SaveAsync(RedisStores.Flag($"flag{i}"), 0, RedisStores.Change(), Token);
        }

        string last = (await writer.LoadAsync(Token)).Version;
        while (changes.Current.Version != last)
        {
            (await changes.MoveNextAsync()).ShouldBeTrue();
        }

        (await reader.LoadAsync(Token)).Flags.Count.ShouldBe(10);
        await reader.SaveAsync(RedisStores.Flag("own"), 0, RedisStores.Change(), Token);
        reader.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
    }

    [Fact]
    public async Task Watch_MessageThatWasNeverSent_IsMadeGoodByAsking()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore reader = RedisStores.Open(server.Configuration, name, static options => options.PollInterval = TimeSpan.FromMilliseconds(200));
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await writer.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change());
        await reader.LoadAsync(Token);
        await using IAsyncEnumerator<FlagSetChange> changes = reader.WatchAsync(Token).GetAsyncEnumerator(Token);
        (await changes.MoveNextAsync()).ShouldBeTrue();

        // What a change leaves behind, without the publication.
        string prefix = $"flaggen:{{{name}}}:";
        await RespClient.SendAsync(
            server.Port, "EVAL",
            "redis.call('HSET',KEYS[1],'a','2 {\"key\":\"a\",\"description\":\"silent\"}') redis.call('ZADD',KEYS[2],2,'a') redis.call('RPUSH',KEYS[3],'silent') redis.call('HSET',KEYS[4],'version','2','stamp','silent') return 1",
            "4", prefix + "flags", prefix + "changed", prefix + "audit", prefix + "meta");

        do
        {
            (await changes.MoveNextAsync()).ShouldBeTrue();
        }
        while (!changes.Current.Version.StartsWith("2-", StringComparison.Ordinal));
        (await reader.GetAsync("a", Token))!.Description.ShouldBe("silent");
    }

    /// <summary>
    /// The store recovers and fails again between two questions: who loaded it in between believes that all is well.
    /// </summary>
    [Fact(Timeout = 120_000)]
    public async Task Watch_StoreFailsAgainAfterALoad_IsToldAgain()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        string flags = $"flaggen:{{{name}}}:flags";
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name, static options => options.PollInterval = TimeSpan.FromMinutes(10));
        await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(), token);
        await RespClient.SendAsync(server.Port, "HSET", flags, "damaged", "garbage");
        await using IAsyncEnumerator<FlagSetChange> changes = store.WatchAsync(token).GetAsyncEnumerator(token);
        (await changes.MoveNextAsync()).ShouldBeTrue();

        await RespClient.SendAsync(server.Port, "HDEL", flags, "damaged");
        await store.LoadAsync(token);
        await RespClient.SendAsync(server.Port, "HSET", flags, "damaged", "garbage");

        (await changes.MoveNextAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Load_OneChangedFlag_LeavesTheOthersTheSameObjects()
    {
        GarnetHost server = await started.GetAsync();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, RedisStores.NewNamespace());
        await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change());
        await store.SaveAsync(RedisStores.Flag("b"), 0, RedisStores.Change());
        FlagSet before = await store.LoadAsync(Token);

        await store.SaveAsync(RedisStores.Flag("b", "changed"), 1, RedisStores.Change());
        FlagSet after = await store.LoadAsync(Token);

        Find(after, "a").ShouldBeSameAs(Find(before, "a"));
        Find(after, "b").Description.ShouldBe("changed");
        (await store.LoadAsync(Token)).ShouldBeSameAs(after);
    }

    private static FeatureFlag Find(FlagSet set, string key) => set.Flags.Single(flag => flag.Key == key);
}
