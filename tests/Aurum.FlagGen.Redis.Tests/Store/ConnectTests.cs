using System.Net;
using System.Net.Sockets;
using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Reading;
using Aurum.FlagGen.Redis.Tests.Faults;
using Aurum.FlagGen.Redis.Tests.Servers;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Tests.Store;

/// <summary>Connections that the application makes, and what the store's loops survive.</summary>
public sealed class ConnectTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fault01_FactoryThatThrowsOnce_IsAskedAgain()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        int attempts = 0;
        await using RedisFeatureFlagStore store = Open(name, async () => ++attempts == 1
            ? throw new HttpRequestException("The token endpoint is away.")
            : await ConnectionMultiplexer.ConnectAsync(server.Configuration + ",abortConnect=false"));
        await using IAsyncEnumerator<FlagSetChange> changes = store.WatchAsync(Token).GetAsyncEnumerator(Token);
        (await changes.MoveNextAsync()).ShouldBeTrue();

        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);

        while (!changes.Current.Version.StartsWith("1-", StringComparison.Ordinal))
        {
            (await changes.MoveNextAsync()).ShouldBeTrue();
        }

        (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem();
        await FaultTrial.UntilAsync(() => store.GetHealth().Status == FeatureFlagStoreStatus.Healthy);
    }

    public static TheoryData<string> Failures { get; } = ["http", "cancelled", "null", "invalid", "disposed", "aggregate"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Factory_ThatFailsInAnyWay_IsReportedAsTheStoreThatIsAway(string failure)
    {
        await using RedisFeatureFlagStore store = Open(RedisStores.NewNamespace(), () => Fail(failure), static options => options.StartupTimeout = TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));
        FeatureFlagStoreException save = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(), Token));
        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.ReadAuditAsync(new AuditQuery(), Token));
        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.ReadUsageAsync(Token));
        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.RestoreAsync(RedisRestoreSource.Store, "ada", cancellationToken: Token));

        save.Message.ShouldContain("was not written");
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Unhealthy);
    }

    [Fact]
    public async Task Connection_ThatTheApplicationCloses_IsAskedForAgain()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        List<IConnectionMultiplexer> given = [];
        await using RedisFeatureFlagStore store = Open(name, async () =>
        {
            given.Add(await ConnectionMultiplexer.ConnectAsync(server.Configuration + ",abortConnect=false"));
            return given[^1];
        });
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store, cancellationToken: Token);

        await given[0].DisposeAsync();
        await writer.SaveAsync(RedisStores.Number("n", 2), 1, RedisStores.Change(), Token);

        await FaultTrial.UntilAsync(() => manager.Engine.GetIntegerDetails("n", -1).Value == 2);
        given.Count.ShouldBe(2);
        await given[1].DisposeAsync();
    }

    /// <summary>After a failover, the client may look for the new primary where there is none, and never stop.</summary>
    [Fact]
    public async Task Client_ThatFindsNoServerForHalfAMinute_IsReplaced()
    {
        RedisStoreOptions options = new() { Configuration = Unreachable.Configuration + ",connectTimeout=200", Namespace = RedisStores.NewNamespace() };
        ShiftedTime time = new();
        await using RedisConnection connection = new(options, time, owner: this);
        RedisNamespace commands = new(connection, options, time);
        int changes = 0;
        connection.Changed += () => Interlocked.Increment(ref changes);
        IConnectionMultiplexer first = await connection.GetAsync();

        await FailAsync();
        time.Advance(TimeSpan.FromSeconds(20));
        await FailAsync();
        (await connection.GetAsync()).ShouldBeSameAs(first);
        connection.Reach();
        time.Advance(TimeSpan.FromSeconds(20));
        await FailAsync();
        (await connection.GetAsync()).ShouldBeSameAs(first);
        int before = changes;
        time.Advance(TimeSpan.FromSeconds(31));
        await FailAsync();

        (await connection.GetAsync()).ShouldNotBeSameAs(first);
        changes.ShouldBeGreaterThan(before);

        async Task FailAsync() => await Should.ThrowAsync<RedisConnectionException>(() => commands.CheckAsync(RedisPosition.Nothing, Token));
    }

    /// <summary>
    /// A server that takes the connection and says nothing: the client waits for it as long as it is told to.
    /// </summary>
    [Fact(Timeout = 120_000)]
    public async Task Client_WhoseAttemptToConnectHangs_IsReplaced()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        RedisStoreOptions options = new()
        {
            Configuration = $"127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port},connectTimeout=600000",
            Namespace = RedisStores.NewNamespace(),
            ReadTimeout = TimeSpan.FromMilliseconds(50),
        };
        ShiftedTime time = new();
        await using RedisConnection connection = new(options, time, owner: this);
        RedisNamespace commands = new(connection, options, time);
        Task<IConnectionMultiplexer> first = connection.GetAsync();

        await HangAsync(commands);
        time.Advance(TimeSpan.FromSeconds(20));
        await HangAsync(commands);
        connection.GetAsync().ShouldBeSameAs(first);
        time.Advance(TimeSpan.FromSeconds(11));
        await HangAsync(commands);

        connection.GetAsync().ShouldNotBeSameAs(first);
        first.IsCompleted.ShouldBeFalse();
    }

    [Fact(Timeout = 120_000)]
    public async Task Factory_WhoseAttemptToConnectHangs_IsAskedAgain()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        GarnetHost server = await started.GetAsync();
        await using ConnectionMultiplexer given = await ConnectionMultiplexer.ConnectAsync(server.Configuration + ",abortConnect=false");
        TaskCompletionSource<IConnectionMultiplexer> hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int attempts = 0;
        RedisStoreOptions options = new()
        {
            Connect = _ => ++attempts == 1 ? hanging.Task : Task.FromResult<IConnectionMultiplexer>(given),
            Namespace = RedisStores.NewNamespace(),
            ReadTimeout = TimeSpan.FromMilliseconds(50),
        };
        ShiftedTime time = new();
        await using RedisConnection connection = new(options, time, owner: this);
        RedisNamespace commands = new(connection, options, time);
        Task<IConnectionMultiplexer> first = connection.GetAsync();
        await HangAsync(commands);
        time.Advance(TimeSpan.FromSeconds(31));
        await HangAsync(commands);

        (await connection.GetAsync().WaitAsync(Token)).ShouldBeSameAs(given);
        attempts.ShouldBe(2);

        // What the first attempt gives after all is the application's, and raises nothing here.
        LateConnection late = LateConnection.Make(out IConnectionMultiplexer multiplexer);
        hanging.SetResult(multiplexer);
        (await first.WaitAsync(Token)).ShouldBeSameAs(multiplexer);
        late.Handlers.ShouldBe(0);
        connection.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task Health_NothingConfirmedForThreePolls_IsDegradedAndItsAgeCounts()
    {
        GarnetHost server = await started.GetAsync();
        ShiftedTime clock = new();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, RedisStores.NewNamespace(), static options => options.PollInterval = TimeSpan.FromMinutes(10), clock: clock);
        await store.LoadAsync(Token);
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);

        clock.Advance(TimeSpan.FromMinutes(31));

        FeatureFlagStoreHealth health = store.GetHealth();
        health.Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        health.Cause.ShouldNotBeNull().ShouldContain("confirmed nothing");
        health.Age!.Value.ShouldBeGreaterThan(TimeSpan.FromMinutes(30));
        await store.LoadAsync(Token);
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
    }

    [Fact]
    public async Task Logger_ThatFailsEachTime_StopsNothing()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "in-no-folder.json");
        RecordingLogger log = new() { Fails = true };
        await using RedisFeatureFlagStore store = RedisStores.Open(
            server.Configuration,
            name,
            options =>
            {
                options.PollInterval = TimeSpan.FromMilliseconds(200);
                options.LastKnownGoodFile = file;
            },
            log);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store, cancellationToken: Token);
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        for (int i = 1; i < 6; i++)
        {
            await RespClient.SendAsync(server.Port, "PUBLISH", $"flaggen:{{{name}}}:changes", "garbage");
            await writer.SaveAsync(RedisStores.Number("n", i), i - 1, RedisStores.Change(), Token);
            await RespClient.SendAsync(server.Port, "HSET", $"flaggen:{{{name}}}:flags", "damaged", "garbage");
            await FaultTrial.UntilAsync(() => manager.Engine.StoreFault is not null);
            await RespClient.SendAsync(server.Port, "HDEL", $"flaggen:{{{name}}}:flags", "damaged");
            await FaultTrial.UntilAsync(() => manager.Engine.StoreFault is null && manager.Engine.GetIntegerDetails("n", -1).Value == i);
        }

        log.Attempts.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task KeyPrefix_OfTheApplication_IsBeforeEveryKeyAndChangesAreHeard()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server.Configuration + ",channelPrefix=app:");
        IConnectionMultiplexer prefixing = PrefixingConnection.Over(connection, "app:");
        static void Rarely(RedisStoreOptions options) => options.PollInterval = TimeSpan.FromMinutes(10);
        await using RedisFeatureFlagStore writer = Open(name, () => Task.FromResult(prefixing), Rarely);
        await using RedisFeatureFlagStore reader = Open(name, () => Task.FromResult(prefixing), Rarely);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(reader, cancellationToken: Token);

        await writer.SaveAsync(RedisStores.Number("n", 2), 1, RedisStores.Change(), Token);

        await FaultTrial.UntilAsync(() => manager.Engine.GetIntegerDetails("n", -1).Value == 2);
        (await writer.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(2);
        string[] keys = (await RespClient.SendAsync(server.Port, "KEYS", $"*{name}*")).Split('\n');
        keys.ShouldAllBe(static key => key.StartsWith("app:flaggen:", StringComparison.Ordinal));
    }

    private static async Task HangAsync(RedisNamespace commands) =>
        await Should.ThrowAsync<TimeoutException>(() => commands.CheckAsync(RedisPosition.Nothing, Token));

    private static RedisFeatureFlagStore Open(string name, Func<Task<IConnectionMultiplexer>> connect, Action<RedisStoreOptions>? configure = null) => RedisStores.Open(null, name, options =>
    {
        options.Connect = _ => connect();
        options.PollInterval = TimeSpan.FromMilliseconds(200);
        configure?.Invoke(options);
    });

    private static Task<IConnectionMultiplexer> Fail(string failure) => failure switch
    {
        "http" => throw new HttpRequestException("The token endpoint is away."),
        "cancelled" => Task.FromCanceled<IConnectionMultiplexer>(new CancellationToken(canceled: true)),
        "null" => Task.FromResult<IConnectionMultiplexer>(null!),
        "disposed" => throw new ObjectDisposedException("credentials"),
        "aggregate" => Task.FromException<IConnectionMultiplexer>(new AggregateException(new InvalidCastException(), new OverflowException())),
        _ => throw new InvalidOperationException("Nobody has logged in."),
    };
}
