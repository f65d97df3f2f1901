using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class LossTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    /// <summary>What may happen to a namespace; each line is a command, <c>{0}</c> stands for the beginning of its keys.</summary>
    public static TheoryData<string, string> Losses { get; } = new()
    {
        { "DEL {0}meta {0}flags {0}changed {0}audit {0}heirs", "there is nothing, where this process has seen version 3" },
        { "DEL {0}meta", "there is nothing" },
        { "DEL {0}flags", "a key is gone or lacks entries" },
        { "DEL {0}changed", "a key is gone or lacks entries" },
        { "DEL {0}audit", "a key is gone or lacks entries" },
        { "HDEL {0}flags a", "a key is gone or lacks entries" },
        { "HSET {0}meta epoch another", "somebody has begun anew, at version 3" },
        { "RPOP {0}audit|HSET {0}meta version 2", "it is at version 2, where this process has seen version 3" },
        { "LSET {0}audit 2 another", "version 3 is not what this process has seen" },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Loss_OfAnyKind_IsNamedAndStopsReadingAndWriting(string commands, string expected)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = await FilledAsync(server, name);

        await HarmAsync(server, name, commands);

        FeatureFlagDataLossException load = await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.LoadAsync());
        load.Message.ShouldContain(expected);
        load.Message.ShouldContain(name);
        await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.SaveAsync(RedisStores.Flag("c"), 0, RedisStores.Change()));
        await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.DeleteAsync("b", 1, RedisStores.Change()));
        await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.GetAsync("a"));
        FeatureFlagStoreHealth health = store.GetHealth();
        health.Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        health.Cause.ShouldBe(load.Message);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Restore_FromAProcess_BringsItsFlagsBackAndEveryProcessFollows(string commands, string expected)
    {
        expected.ShouldNotBeEmpty();
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = await FilledAsync(server, name);
        await using RedisFeatureFlagStore witness = RedisStores.Open(server.Configuration, name);
        await witness.LoadAsync();
        await HarmAsync(server, name, commands);

        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", "The server was emptied.")).ShouldBeTrue();

        foreach (RedisFeatureFlagStore reader in (RedisFeatureFlagStore[])[store, witness])
        {
            FlagSet set = await reader.LoadAsync();
            set.Flags.Select(static flag => $"{flag.Key} {flag.Version} {flag.Description}").Order().ShouldBe(["a 2 second", "b 1 A flag"]);
            reader.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
        }

        AuditEntry entry = (await store.ReadAuditAsync(new AuditQuery { Action = "restore" })).Entries.Single();
        (entry.Actor, entry.Reason).ShouldBe(("ada", "The server was emptied."));
        (await witness.SaveAsync(RedisStores.Flag("a", "third"), 2, RedisStores.Change())).Version.ShouldBe(3);
        (await store.RestoreAsync(RedisRestoreSource.Process, "bob")).ShouldBeFalse();
    }

    [Fact]
    public async Task Restore_FromTheStore_TakesOverWhatWasBegunAnew()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = await FilledAsync(server, name);
        await HarmAsync(server, name, "DEL {0}meta {0}flags {0}changed {0}audit {0}heirs");
        await using RedisFeatureFlagStore fresh = RedisStores.Open(server.Configuration, name);
        await fresh.SaveAsync(RedisStores.Flag("new"), 0, RedisStores.Change());
        (await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.LoadAsync())).Message.ShouldContain("somebody has begun anew");

        (await store.RestoreAsync(RedisRestoreSource.Store, "ada")).ShouldBeTrue();

        (await store.LoadAsync()).Flags.Single().Key.ShouldBe("new");
        (await fresh.LoadAsync()).Flags.Single().Key.ShouldBe("new");
        (await fresh.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change())).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Restore_FlagWrittenSinceTheLoss_GetsAVersionThatNobodyHasSeen()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = await FilledAsync(server, name);
        await HarmAsync(server, name, "DEL {0}meta {0}flags {0}changed {0}audit {0}heirs");
        await using RedisFeatureFlagStore fresh = RedisStores.Open(server.Configuration, name);
        FeatureFlag flag = await fresh.SaveAsync(RedisStores.Flag("a", "anew"), 0, RedisStores.Change());
        await fresh.SaveAsync(RedisStores.Flag("a", "anew again"), flag.Version, RedisStores.Change());
        await fresh.SaveAsync(RedisStores.Flag("stray"), 0, RedisStores.Change());

        await store.RestoreAsync(RedisRestoreSource.Process, "ada");

        FlagSet set = await fresh.LoadAsync();
        set.Flags.Select(static flag => $"{flag.Key} {flag.Version} {flag.Description}").Order().ShouldBe(["a 3 second", "b 1 A flag"]);
    }

    [Fact]
    public async Task Restore_NothingSeenByThisProcess_IsRefused()
    {
        GarnetHost server = await started.GetAsync();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, RedisStores.NewNamespace());

        (await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.RestoreAsync(RedisRestoreSource.Process, "ada"))).Message.ShouldContain("there is nothing to restore");
    }

    private static async Task<RedisFeatureFlagStore> FilledAsync(GarnetHost server, string name)
    {
        RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        FeatureFlag flag = await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change(FlagActions.Create));
        await store.SaveAsync(RedisStores.Flag("a", "second"), flag.Version, RedisStores.Change());
        await store.SaveAsync(RedisStores.Flag("b"), 0, RedisStores.Change(FlagActions.Create));
        await store.LoadAsync();
        return store;
    }

    private static async Task HarmAsync(GarnetHost server, string name, string commands)
    {
        foreach (string command in commands.Split('|'))
        {
            string[] words = [.. command.Split(' ').Select(word => word.Replace("{0}", $"flaggen:{{{name}}}:", StringComparison.Ordinal))];
            (await RespClient.SendAsync(server.Port, words)).ShouldNotStartWith("-");
        }
    }
}
