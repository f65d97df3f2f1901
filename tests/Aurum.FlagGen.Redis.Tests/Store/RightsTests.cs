using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Tests.Faults;
using Aurum.FlagGen.Redis.Tests.Servers;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Redis.Tests.Store;

/// <summary>Users of the server that may not do everything.</summary>
public sealed class RightsTests(StartedRedis started) : IClassFixture<StartedRedis>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trial01_UserWithoutTheChannel_FindsChangesByAskingAndSaysSoOnce()
    {
        RedisServer server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        string user = await AddUserAsync(server, "~flaggen:*", "resetchannels", "+@all");
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await using RedisFeatureFlagStore reader = OpenAs(server, user, name, log);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(reader, cancellationToken: Token);
        for (int i = 2; i < 6; i++)
        {
            await writer.SaveAsync(RedisStores.Number("n", i), i - 1, RedisStores.Change(), Token);
            await FaultTrial.UntilAsync(() => manager.Engine.GetIntegerDetails("n", -1).Value == i);
        }

        FeatureFlagStoreHealth health = reader.GetHealth();
        health.Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        health.Cause.ShouldNotBeNull().ShouldContain($"&flaggen:{{{name}}}:changes");
        health.Cause.ShouldContain(server.Configuration);
        log.Of("FlagChangesUnheard").ShouldHaveSingleItem().ShouldBe(health.Cause);

        (await server.SendAsync("ACL", "SETUSER", user, $"&flaggen:{{{name}}}:changes")).ShouldBe("OK");
        await FaultTrial.UntilAsync(() => reader.GetHealth().Status == FeatureFlagStoreStatus.Healthy);
        log.Of("FlagChangesHeard").ShouldHaveSingleItem();
    }

    [Theory(Timeout = 180_000)]
    [InlineData("+eval +evalsha +script +subscribe +publish")]
    [InlineData("+eval +evalsha +script +subscribe +publish +echo")]
    [InlineData("+@connection")]
    [InlineData("+@connection +eval +evalsha +script +hmget +hlen")]
    [InlineData("+@all -hmget")]
    public async Task Trial08_UserWithoutEnough_IsToldEverythingThatIsNeeded(string rights)
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        RedisServer server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        string user = await AddUserAsync(server, ["~flaggen:*", "resetchannels", "&flaggen:*", "-@all", .. rights.Split(' ')]);

        await using RedisFeatureFlagStore store = OpenAs(server, user, name, configure: static options => options.StartupTimeout = TimeSpan.FromSeconds(3));

        // Without the commands of the connection, the client tells what it was refused only when its attempt to connect ends.
        FeatureFlagStoreException load = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));
        while (!load.Message.Contains("NOPERM", StringComparison.Ordinal))
        {
            Token.ThrowIfCancellationRequested();
            load = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));
        }

        FeatureFlagStoreException save = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(), Token));

        save.Message.ShouldContain("was not written");
        foreach (string message in (string[])[load.Message, save.Message])
        {
            message.ShouldContain(RedisRights.For(new RedisKeys(name)));
            message.ShouldContain(server.Configuration);
            message.ShouldNotContain("in time");
        }
    }

    /// <summary>Each right that is missing for a write is found out before anything is written.</summary>
    [Theory]
    [InlineData("hset")]
    [InlineData("zadd")]
    [InlineData("rpush")]
    [InlineData("ltrim")]
    [InlineData("set")]
    [InlineData("get")]
    [InlineData("hget")]
    public async Task Trial08_OneCommandMissing_NothingIsHalfWritten(string command)
    {
        RedisServer server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore owner = RedisStores.Open(server.Configuration, name);
        await owner.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
        string user = await AddUserAsync(server, "~flaggen:*", "&flaggen:*", "+@all", "-" + command);
        await using RedisFeatureFlagStore store = OpenAs(server, user, name);

        foreach (string key in (string[])["a", "b"])
        {
            FeatureFlagStoreException save = await Should.ThrowAsync<FeatureFlagStoreException>(
                async () => await store.SaveAsync(RedisStores.Number(key, 2), key == "a" ? 1 : 0, RedisStores.Change(), Token));
            save.Message.ShouldContain("was not written");
            save.Message.ShouldContain("+" + command);
        }

        string fresh = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore first = OpenAs(server, user, fresh);
        await using RedisFeatureFlagStore second = RedisStores.Open(server.Configuration, fresh);
        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await first.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(), Token));
        (await second.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(), Token)).Version.ShouldBe(1);
        (await owner.LoadAsync(Token)).Flags.ShouldHaveSingleItem().DefaultValue.ShouldBe(FlagValue.From(1));
        (await owner.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(1);
        (await owner.SaveAsync(RedisStores.Number("a", 3), 1, RedisStores.Change(), Token)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Trial08_WriterWithoutTheChannel_WritesAndSaysThatNobodyIsTold()
    {
        RedisServer server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        string user = await AddUserAsync(server, "~flaggen:*", "resetchannels", "+@all");
        await using RedisFeatureFlagStore store = OpenAs(server, user, name, log);

        (await store.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token)).Version.ShouldBe(1);
        (await store.SaveAsync(RedisStores.Number("a", 2), 1, RedisStores.Change(), Token)).Version.ShouldBe(2);

        log.Of("FlagChangeNotPublished").ShouldHaveSingleItem().ShouldContain($"&flaggen:{{{name}}}:changes");
    }

    [Theory]
    [InlineData("")]
    [InlineData(",protocol=resp2")]
    [InlineData(",protocol=resp3")]
    public async Task Trial08_UserWithTheDocumentedRights_CanDoEverything(string protocol)
    {
        RedisServer server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        string user = await AddUserAsync(server, RedisRights.For(new RedisKeys(name)).Split(' '));
        static void Rarely(RedisStoreOptions options) => options.PollInterval = TimeSpan.FromMinutes(10);
        await using RedisFeatureFlagStore store = OpenAs(server, user, name, log, Rarely, protocol);
        await using RedisFeatureFlagStore reader = OpenAs(server, user, name, new RecordingLogger(), Rarely, protocol);
        await store.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(reader, cancellationToken: Token);

        await store.SaveAsync(RedisStores.Number("a", 2), 1, RedisStores.Change(), Token);
        await FaultTrial.UntilAsync(() => manager.Engine.GetIntegerDetails("a", -1).Value == 2);
        await store.SaveAsync(RedisStores.Number("b", 1), 0, RedisStores.Change(), Token);
        await store.DeleteAsync("b", 1, RedisStores.Change(), Token);
        (await store.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(4);
        await store.AddUsageAsync(
            new FlagUsageBatch
            {
                Reporter = "one",
                Sequence = 1,
                ApplicationVersion = "1.0",
                Flags = [new FlagUsage { Key = "a", Evaluations = 1, ByVariant = new Dictionary<string, long>(), LastEvaluated = DateTimeOffset.UnixEpoch }],
            },
            Token);
        (await store.ReadUsageAsync(Token)).ShouldHaveSingleItem();
        await store.LoadAsync(Token);
        await server.SendAsync("DEL", $"flaggen:{{{name}}}:changed");
        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeTrue();

        log.Warnings.ShouldHaveSingleItem().ShouldContain("has settled a loss");
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
        string refused = await server.SendAsync("ACL", "LOG");
        refused.Split('\n').Where(static line => line == "lua").ShouldBeEmpty();
    }

    [Fact]
    public void Documentation_HasTheRights()
    {
        string page = File.ReadAllText(RepositoryFolder.Combine("docs", "redis.md"));

        page.ShouldContain(RedisRights.For(new RedisKeys("acme-shop-production")));
    }

    private static async Task<string> AddUserAsync(RedisServer server, params string[] rights)
    {
        string user = "user-" + Guid.NewGuid().ToString("N");
        (await server.SendAsync(["ACL", "SETUSER", user, "on", ">pw", .. rights])).ShouldBe("OK");
        await server.SendAsync("ACL", "LOG", "RESET");
        return user;
    }

    private static RedisFeatureFlagStore OpenAs(
        RedisServer server, string user, string name, RecordingLogger? log = null, Action<RedisStoreOptions>? configure = null, string protocol = "") => RedisStores.Open(
        $"{server.Configuration},user={user},password=pw{protocol}",
        name,
        options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(300);
            configure?.Invoke(options);
        },
        log);
}
