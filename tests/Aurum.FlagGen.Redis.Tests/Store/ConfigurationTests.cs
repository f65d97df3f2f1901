using Aurum.FlagGen.Redis.Tests.Faults;
using Aurum.FlagGen.Redis.Tests.Servers;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Tests.Store;

/// <summary>What a configuration of the client may say of names, commands and databases: it works, or it is refused at the start.</summary>
public sealed class ConfigurationTests(StartedRedis started) : IClassFixture<StartedRedis>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channelPrefix=shop:")]
    [InlineData("channelPrefix=shop:,protocol=resp2")]
    [InlineData("channelPrefix=shop:,protocol=resp3")]
    [InlineData("defaultDatabase=3")]
    [InlineData("tieBreaker=,configChannel=")]
    [InlineData("tieBreaker=other,configChannel=another")]
    [InlineData("$PUBLISH=,$CONFIG=,$CLIENT=,$CLUSTER=,$INFO=,$ECHO=")]
    [InlineData("$SCRIPT=")]
    [InlineData("abortConnect=true,allowAdmin=true,name=x,keepAlive=5")]
    public async Task Trial07_OptionOfTheClient_ChangesAreHeardAtOnce(string option)
    {
        RedisServer server = await started.GetAsync();

        await HearAsync($"{server.Configuration},{option}");
    }

    [Fact]
    public async Task Trial07_ChannelPrefixOfTheApplicationsConnection_ChangesAreHeardAtOnce()
    {
        RedisServer server = await started.GetAsync();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server.Configuration + ",channelPrefix=shop:");

        await HearAsync(null, options => options.Connect = _ => Task.FromResult<IConnectionMultiplexer>(connection));
    }

    [Fact]
    public async Task CommandsThatTheServerRenames_AreSentByTheirNames()
    {
        await using RedisServer server = await RedisServer.StartAsync(
            [.. RedisServer.NoPersistence, "--rename-command", "EVAL", "ev", "--rename-command", "EVALSHA", "evs", "--rename-command", "SUBSCRIBE", "subs", "--rename-command", "LRANGE", "lr"]);

        await HearAsync(server.Configuration + ",$EVAL=ev,$EVALSHA=evs,$SUBSCRIBE=subs,$LRANGE=lr");
    }

    [Theory]
    [InlineData("$SUBSCRIBE=")]
    [InlineData("proxy=Twemproxy")]
    [InlineData("proxy=Envoyproxy")]
    public async Task ClientThatCannotSubscribe_FindsChangesByAskingAndSaysSo(string option)
    {
        RedisServer server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        static void Often(RedisStoreOptions options) => options.PollInterval = TimeSpan.FromMilliseconds(200);
        await using RedisFeatureFlagStore store = RedisStores.Open($"{server.Configuration},{option}", name, Often, log);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store, cancellationToken: Token);
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);

        await writer.SaveAsync(RedisStores.Number("n", 2), 1, RedisStores.Change(), Token);

        await FaultTrial.UntilAsync(() => manager.Engine.GetIntegerDetails("n", -1).Value == 2);
        await FaultTrial.UntilAsync(() => store.GetHealth().Status == FeatureFlagStoreStatus.Degraded);
        store.GetHealth().Cause.ShouldNotBeNull().ShouldContain("does not let this process hear");
        log.Of("FlagChangesUnheard").ShouldHaveSingleItem();
        (await store.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(2);
    }

    [Fact]
    public async Task WriterWithAnotherChannelPrefix_IsFoundByAskingAndNoticed()
    {
        RedisServer server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        await using RedisFeatureFlagStore reader = RedisStores.Open(server.Configuration, name, static options => options.PollInterval = TimeSpan.FromMilliseconds(200), log);
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration + ",channelPrefix=shop:", name);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(reader, cancellationToken: Token);
        for (int i = 2; reader.GetHealth().Status == FeatureFlagStoreStatus.Healthy; i++)
        {
            await writer.SaveAsync(RedisStores.Number("n", i), i - 1, RedisStores.Change(), Token);
            await FaultTrial.UntilAsync(() => manager.Engine.GetIntegerDetails("n", -1).Value == i);
        }

        reader.GetHealth().Cause.ShouldNotBeNull().ShouldContain("channelPrefix");
        log.Of("FlagChangesUnheard").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("password=secret", "names no server")]
    [InlineData("localhost,$HGETALL=hga", "maps HGETALL to 'HGA'")]
    [InlineData("localhost,$hset=", "maps HSET to ''")]
    [InlineData("localhost,$EVAL=", "switches EVAL off")]
    [InlineData("localhost,$EVALSHA=", "switches EVALSHA off")]
    [InlineData("localhost,$LRANGE=", "switches LRANGE off")]
    [InlineData("localhost,defaultDatabase=abc", "cannot be read")]
    [InlineData("localhost,secretOption=secret", "cannot be read")]
    [InlineData("localhost:99999999", "cannot be read")]
    public void Trial07_OptionThatTheStoreCannotWorkWith_IsRefusedAtTheStart(string configuration, string expected)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => RedisStores.Open(configuration, "shop"));

        exception.Message.ShouldContain("RedisStoreOptions.Configuration ");
        exception.Message.ShouldContain(expected);
    }

    [Fact]
    public void Fault12_NamespaceThatIsNull_IsRefused() =>
        Should.Throw<ArgumentException>(static () => RedisStores.Open("localhost", null!)).Message.ShouldContain("Namespace is ''");

    /// <summary>With a poll in ten minutes alone, a change that takes effect was heard.</summary>
    private static async Task HearAsync(string? configuration, Action<RedisStoreOptions>? configure = null)
    {
        string name = RedisStores.NewNamespace();
        void Configure(RedisStoreOptions options)
        {
            options.PollInterval = TimeSpan.FromMinutes(10);
            configure?.Invoke(options);
        }

        await using RedisFeatureFlagStore writer = RedisStores.Open(configuration, name, Configure);
        await using RedisFeatureFlagStore reader = RedisStores.Open(configuration, name, Configure);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(reader, cancellationToken: Token);
        for (int i = 2; i < 5; i++)
        {
            await writer.SaveAsync(RedisStores.Number("n", i), i - 1, RedisStores.Change(), Token);
            await FaultTrial.UntilAsync(() => manager.Engine.GetIntegerDetails("n", -1).Value == i);
        }

        (await writer.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(4);
        reader.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
    }
}
