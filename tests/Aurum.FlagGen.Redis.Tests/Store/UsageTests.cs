using Aurum.FlagGen.Redis.Scripts;
using Aurum.FlagGen.Redis.Tests.Servers;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class UsageTests(StartedGarnet garnet, StartedRedis redis) : IClassFixture<StartedGarnet>, IClassFixture<StartedRedis>
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stats_OfTwoManagers_TellOfBoth(bool onGarnet)
    {
        string configuration = onGarnet ? (await garnet.GetAsync()).Configuration : (await redis.GetAsync()).Configuration;
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore oneStore = RedisStores.Open(configuration, name);
        await using RedisFeatureFlagStore otherStore = RedisStores.Open(configuration, name);
        await oneStore.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager one = await FeatureFlagManager.StartAsync(oneStore, cancellationToken: Token);
        await using FeatureFlagManager other = await FeatureFlagManager.StartAsync(otherStore, cancellationToken: Token);
        for (int i = 0; i < 1000; i++)
        {
            one.Engine.IsEnabled("a");
            other.Engine.IsEnabled("a");
        }

        (await one.GetFeatureStatsAsync(Token)).Evaluations["a"].ShouldBe(1000);
        await other.DisposeAsync();
        FeatureFlagStats stats = await one.GetFeatureStatsAsync(Token);

        stats.Evaluations["a"].ShouldBe(2000);
        stats.EvaluationsByVariant["a"].ShouldBe(new Dictionary<string, long> { ["false"] = 2000 });
        stats.LastVersion["a"].ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Add_MoreFlagsThanAreKept_ForgetsThoseEvaluatedLongestAgo(bool onGarnet)
    {
        string configuration = onGarnet ? (await garnet.GetAsync()).Configuration : (await redis.GetAsync()).Configuration;
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(configuration);
        RedisKeys keys = new(RedisStores.NewNamespace());
        for (int i = 1; i <= 30; i++)
        {
            await UsageScript.RunAsync(connection.GetDatabase(), keys, Batch(i, Used($"f{i}", Noon.AddMinutes(i)), Used("f1", Noon.AddMinutes(i))), maxFlags: 10);
        }

        HashEntry[] kept = await connection.GetDatabase().HashGetAllAsync(keys.Usage);
        kept.Select(static entry => entry.Name.ToString()).ShouldBe(["f1", .. Enumerable.Range(22, 9).Select(static i => $"f{i}")], ignoreOrder: true);
        (await connection.GetDatabase().SortedSetLengthAsync(keys.UsageOrder)).ShouldBe(10);
    }

    [Fact]
    public async Task Add_FromVersionAfterVersion_KeepsTheLastAloneAndAForgettableNameOfEachReporter()
    {
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync((await garnet.GetAsync()).Configuration);
        RedisKeys keys = new(RedisStores.NewNamespace());
        for (int i = 1; i <= 50; i++)
        {
            await UsageScript.RunAsync(connection.GetDatabase(), keys, Batch(i, Used("f", Noon.AddSeconds(i))) with { ApplicationVersion = $"0.{i}\nhostile" });
        }

        (await connection.GetDatabase().HashGetAsync(keys.Usage, "f")).ToString().ShouldBe($"50\n{Noon.AddSeconds(50).ToUnixTimeMilliseconds()}\n0.50\\nhostile");
        TimeSpan? left = await connection.GetDatabase().KeyTimeToLiveAsync(keys.UsageReporter("one"));
        left.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromHours(20), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Add_ManyVariants_AreToldApartUpToTheLimit()
    {
        await using RedisFeatureFlagStore store = RedisStores.Open((await garnet.GetAsync()).Configuration, RedisStores.NewNamespace());
        for (int i = 1; i <= 3; i++)
        {
            await store.AddUsageAsync(Batch(i, Used("f", Noon) with { ByVariant = Enumerable.Range(i * 50, 50).ToDictionary(static n => $"v{n}", static _ => 1L) }), Token);
        }

        FlagUsage usage = (await store.ReadUsageAsync(Token)).ShouldHaveSingleItem();
        usage.Evaluations.ShouldBe(3);
        usage.ByVariant.Count.ShouldBe(100);
    }

    [Fact]
    public async Task Add_OverWhatIsNoUsage_BeginsAnewThere()
    {
        string configuration = (await garnet.GetAsync()).Configuration;
        string name = RedisStores.NewNamespace();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(configuration);
        await connection.GetDatabase().HashSetAsync(new RedisKeys(name).Usage, "f", "no usage\nat all\n\nx y");
        await using RedisFeatureFlagStore store = RedisStores.Open(configuration, name);
        (await store.ReadUsageAsync(Token)).ShouldBeEmpty();

        await store.AddUsageAsync(Batch(1, Used("f", Noon)), Token);

        (await store.ReadUsageAsync(Token)).ShouldHaveSingleItem().Evaluations.ShouldBe(1);
    }

    [Fact]
    public async Task Add_ForeignTypeUnderAKey_FailsWithTheReasonAndCountsNothing()
    {
        string configuration = (await garnet.GetAsync()).Configuration;
        string name = RedisStores.NewNamespace();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(configuration);
        await connection.GetDatabase().StringSetAsync(new RedisKeys(name).UsageOrder, "foreign");
        await using RedisFeatureFlagStore store = RedisStores.Open(configuration, name);

        FeatureFlagStoreException failure = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.AddUsageAsync(Batch(1, Used("f", Noon)), Token));

        failure.Message.ShouldContain("WRONGTYPE");
        (await store.ReadUsageAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stats_AfterTheFlagsWereLost_CountingGoesOn()
    {
        string configuration = (await garnet.GetAsync()).Configuration;
        string name = RedisStores.NewNamespace();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(configuration);
        await using RedisFeatureFlagStore store = RedisStores.Open(configuration, name);
        await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(), Token);
        await connection.GetDatabase().KeyDeleteAsync(new RedisKeys(name).Flags);
        await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.LoadAsync(Token));

        await store.AddUsageAsync(Batch(1, Used("a", Noon)), Token);

        (await store.ReadUsageAsync(Token)).ShouldHaveSingleItem().Key.ShouldBe("a");
    }

    private static FlagUsage Used(string key, DateTimeOffset at) =>
        new() { Key = key, Evaluations = 1, ByVariant = new Dictionary<string, long>(), LastEvaluated = at };

    private static FlagUsageBatch Batch(long sequence, params FlagUsage[] flags) =>
        new() { Reporter = "one", Sequence = sequence, ApplicationVersion = "1.0", Flags = flags };
}
