using Aurum.FlagGen.Redis.Scripts;
using Aurum.FlagGen.Redis.Tests.Faults;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

/// <summary>What is damaged in the store is named, and can be repaired: by writing anew, or by <see cref="RedisFeatureFlagStore.RestoreAsync"/>.</summary>
public sealed class DamageTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    /// <summary><see cref="NumberScript.Max"/>.</summary>
    private const string LargestVersion = "900000000000000";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("99999999999999999999999 {\"key\":\"n\"}")]
    [InlineData("9223372036854775807 {\"key\":\"n\"}")]
    [InlineData("1e3 {\"key\":\"n\"}")]
    [InlineData("-1 {\"key\":\"n\"}")]
    [InlineData("inf {\"key\":\"n\"}")]
    [InlineData("garbage")]
    [InlineData("")]
    public async Task Fault09_FlagWithoutAReadableVersion_IsWrittenAnew(string damage)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await DamageAsync(server, name, "flags", "n", damage);

        (await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(RedisStores.Number("n", 2), 0, RedisStores.Change(), Token))).Message.ShouldContain("expecting any version above 0");
        FeatureFlag written = await store.SaveAsync(RedisStores.Number("n", 2), 1, RedisStores.Change(), Token);

        written.Version.ShouldBe(2);
        (await store.LoadAsync(Token)).Unreadable.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fault09_FlagWithoutAReadableVersion_WrittenWithTheLargestExpected_IsReadable()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await DamageAsync(server, name, "flags", "n", "99999999999999999999999 {}");

        FeatureFlag written = await store.SaveAsync(RedisStores.Number("n", 2), long.MaxValue, RedisStores.Change(), Token);

        (await store.GetAsync("n", Token))!.Version.ShouldBe(written.Version);
        written = await store.SaveAsync(RedisStores.Number("n", 3), written.Version, RedisStores.Change(), Token);
        (await store.GetAsync("n", Token))!.Version.ShouldBe(written.Version);
    }

    [Fact]
    public async Task Fault09_FlagWithoutAReadableVersion_NegativeExpectationIsRefused()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await DamageAsync(server, name, "flags", "n", "garbage");

        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await store.SaveAsync(RedisStores.Number("n", 2), -5, RedisStores.Change(), Token));

        (await store.SaveAsync(RedisStores.Number("n", 2), 5, RedisStores.Change(), Token)).Version.ShouldBe(6);
    }

    [Fact]
    public async Task Write_FlagAtTheLargestVersion_BeginsAnew()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await DamageAsync(server, name, "flags", "n", LargestVersion + """ {"key":"n"}""");

        FeatureFlag written = await store.SaveAsync(RedisStores.Number("n", 2), NumberScript.Max, RedisStores.Change(), Token);

        written.Version.ShouldBe(1);
        (await store.GetAsync("n", Token))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Restore_OverAFlagAtTheLargestVersion_BeginsAnew()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await store.LoadAsync(Token);
        await DamageAsync(server, name, "flags", "n", LargestVersion + """ {"key":"n"}""");
        await DamageAsync(server, name, "flags", "gone", LargestVersion + """ {"key":"gone"}""");

        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeTrue();

        FlagSet set = await store.LoadAsync(Token);
        set.Unreadable.ShouldBeEmpty();
        set.Flags.ShouldHaveSingleItem().Version.ShouldBe(1);
        (await store.SaveAsync(RedisStores.Number("gone", 2), 0, RedisStores.Change(), Token)).Version.ShouldBe(2);
    }

    /// <summary>A write would give the set a version that no reader takes.</summary>
    [Fact]
    public async Task Write_SetAtTheLargestVersion_IsALossThatIsRestored()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await store.LoadAsync(Token);
        await DamageAsync(server, name, "meta", "version", LargestVersion);
        await DamageAsync(server, name, "meta", "base", "899999999999999");

        await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.SaveAsync(RedisStores.Number("m", 2), 0, RedisStores.Change(), Token));
        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeTrue();

        await store.SaveAsync(RedisStores.Number("m", 2), 0, RedisStores.Change(), Token);
        (await store.LoadAsync(Token)).Flags.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("version", "1e30")]
    [InlineData("version", "abc")]
    [InlineData("version", "99999999999999999999999")]
    [InlineData("version", "9223372036854775807")]
    [InlineData("version", "-1")]
    [InlineData("version", "inf")]
    [InlineData("version", "nan")]
    [InlineData("version", "0x10")]
    [InlineData("version", "1.5")]
    [InlineData("base", "-5")]
    [InlineData("base", "1e30")]
    [InlineData("count", "abc")]
    [InlineData("schema", "abc")]
    [InlineData("stamp", "two words")]
    [InlineData("stamp", "")]
    [InlineData("epoch", "two words")]
    [InlineData("epoch", "")]
    public async Task Fault09_MemberOfTheHeadThatIsNone_IsALossThatIsRestored(string member, string damage)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await store.LoadAsync(Token);
        await DamageAsync(server, name, "meta", member, damage);

        (await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.LoadAsync(Token))).Message.ShouldContain("has lost data");
        await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.SaveAsync(RedisStores.Number("m", 2), 0, RedisStores.Change(), Token));
        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeTrue();

        (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem().DefaultValue.ShouldBe(FlagValue.From(1));
        (await store.SaveAsync(RedisStores.Number("n", 2), 1, RedisStores.Change(), Token)).Version.ShouldBe(2);
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
    }

    [Fact]
    public async Task Fault09_DamagedHead_IsRestoredByAProcessThatHasSeenNothing()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await writer.SaveAsync(RedisStores.Number("n", 2), 1, RedisStores.Change(), Token);
        await DamageAsync(server, name, "meta", "version", "abc");
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);

        (await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.LoadAsync(Token))).Message.ShouldContain("Until then the manifests decide");
        (await store.RestoreAsync(RedisRestoreSource.Store, "ada", cancellationToken: Token)).ShouldBeTrue();

        (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Version.ShouldBe(2);
        (await writer.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("inf\n5\n1.0")]
    [InlineData("99999999999999999999999\n5\n1.0")]
    [InlineData("1\n9007199254740992\n1.0")]
    [InlineData("1\n999999999999999\n1.0")]
    [InlineData("1\n5\n1.0\ninf a")]
    public async Task Fault09_UsageOutOfBounds_BeginsAnew(string damage)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await DamageAsync(server, name, "usage", "a", damage);
        DateTimeOffset at = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
        FlagUsage usage = new() { Key = "a", Evaluations = 1, ByVariant = new Dictionary<string, long> { ["a"] = 1 }, LastEvaluated = at };

        await store.AddUsageAsync(new FlagUsageBatch { Reporter = "one", Sequence = 1, ApplicationVersion = "2.0", Flags = [usage] }, Token);

        FlagUsage read = (await store.ReadUsageAsync(Token)).ShouldHaveSingleItem();
        read.Evaluations.ShouldBeInRange(1, 2);
        read.LastEvaluated.ShouldBe(at);
        read.ByVariant["a"].ShouldBe(1);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("2 {\"key\":\"a\",\"status\":7}")]
    public async Task Fault03_RestoreFromTheProcess_WritesTheFlagsInForce(string damage)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store, cancellationToken: Token);
        await store.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
        await store.SaveAsync(RedisStores.Number("b", 2), 0, RedisStores.Change(), Token);
        await FaultTrial.UntilAsync(() => Value(manager, "b") == 2);
        await DamageAsync(server, name, "flags", "a", damage);
        await RespClient.SendAsync(server.Port, "ZADD", $"flaggen:{{{name}}}:changed", "3", "a");
        await store.SaveAsync(RedisStores.Number("b", 3), 1, RedisStores.Change(), Token);
        await FaultTrial.UntilAsync(() => Value(manager, "b") == 3);
        Value(manager, "a").ShouldBe(1);

        await RespClient.SendAsync(server.Port, "DEL", $"flaggen:{{{name}}}:changed");
        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeTrue();

        await FaultTrial.UntilAsync(() => manager.Engine.StoreFault is null);
        Value(manager, "a").ShouldBe(1);
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
        await using RedisFeatureFlagStore other = RedisStores.Open(server.Configuration, name);
        (await other.GetAsync("a", Token))!.DefaultValue.ShouldBe(FlagValue.From(1));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("7 {\"key\":\"a\",\"status\":7}")]
    public async Task Fault03_DamagedFlagAlone_IsWrittenAnewByRestore(string damage)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
        await store.LoadAsync(Token);
        await DamageAsync(server, name, "flags", "a", damage);
        await RespClient.SendAsync(server.Port, "ZADD", $"flaggen:{{{name}}}:changed", "2", "a");
        await store.SaveAsync(RedisStores.Number("b", 1), 0, RedisStores.Change(), Token);
        FlagSet damaged = await store.LoadAsync(Token);
        damaged.Unreadable.Keys.ShouldBe(["a"]);
        damaged.Flags.Select(static flag => flag.Key).ShouldBe(["a", "b"], ignoreOrder: true);

        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeTrue();

        (await store.LoadAsync(Token)).Unreadable.ShouldBeEmpty();
        await using RedisFeatureFlagStore other = RedisStores.Open(server.Configuration, name);
        (await other.GetAsync("a", Token))!.DefaultValue.ShouldBe(FlagValue.From(1));
        (await store.ReadAuditAsync(new AuditQuery { Action = "restore" }, Token)).Entries.ShouldHaveSingleItem().Key.ShouldBe("a");
        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("garbage", false)]
    [InlineData("garbage", true)]
    [InlineData("7 {\"key\":\"a\",\"status\":7}", false)]
    [InlineData("7 {\"key\":\"a\",\"status\":7}", true)]
    public async Task DamagedFlag_IsRepairedByTheManager(string damage, bool hasSeenTheFlag)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await writer.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
        if (hasSeenTheFlag)
        {
            await store.LoadAsync(Token);
        }

        await DamageAsync(server, name, "flags", "a", damage);
        await RespClient.SendAsync(server.Port, "ZADD", $"flaggen:{{{name}}}:changed", "2", "a");
        await writer.SaveAsync(RedisStores.Number("b", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store, cancellationToken: Token);

        (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await manager.UpdateStatusAsync("a", FeatureFlagStatus.Disabled, "ada", cancellationToken: Token)))
            .Message.ShouldStartWith("A part of the flag 'a' cannot be changed, because the rest of it cannot be read; write it whole with UpdateFlagAsync, or delete it.");
        (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await manager.CreateFlagAsync(RedisStores.Number("a", 3), "ada", cancellationToken: Token)))
            .Message.ShouldStartWith("The flag 'a' cannot be created: there is one, which cannot be read;");
        FeatureFlag written = await manager.UpdateFlagAsync(RedisStores.Number("a", 2), "ada", cancellationToken: Token);

        written.Version.ShouldBe(damage == "garbage" ? 2 : 8);
        Value(manager, "a").ShouldBe(2);
        (await writer.GetAsync("a", Token))!.DefaultValue.ShouldBe(FlagValue.From(2));

        await DamageAsync(server, name, "flags", "a", damage);
        await RespClient.SendAsync(server.Port, "ZADD", $"flaggen:{{{name}}}:changed", "4", "a");
        await writer.SaveAsync(RedisStores.Number("b", 2), 1, RedisStores.Change(), Token);
        await manager.DeleteFlagAsync("a", "ada", cancellationToken: Token);

        (await writer.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Key.ShouldBe("b");
        store.GetHealth().UnreadableFlags.ShouldBeEmpty();
    }

    [Fact]
    public async Task Audit_DamagedEntry_IsShownAsWhatItIs()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
        await store.SaveAsync(RedisStores.Number("a", 2), 1, RedisStores.Change(), Token);
        await RespClient.SendAsync(server.Port, "LSET", $"flaggen:{{{name}}}:audit", "0", "garbage");

        AuditPage page = await store.ReadAuditAsync(new AuditQuery(), Token);

        page.Total.ShouldBe(2);
        page.Entries.Select(static entry => entry.Action).ShouldBe([FlagActions.Update, "damaged"]);
    }

    private static Task DamageAsync(GarnetHost server, string name, string key, string member, string value) =>
        RespClient.SendAsync(server.Port, "HSET", $"flaggen:{{{name}}}:{key}", member, value);

    private static int Value(FeatureFlagManager manager, string key) => manager.Engine.GetIntegerDetails(key, -1).Value;
}
