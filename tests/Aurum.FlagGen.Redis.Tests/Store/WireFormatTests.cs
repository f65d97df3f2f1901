using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class WireFormatTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    [Fact]
    public async Task Save_MembersOfANewerWriter_AreKeptWhenTheFlagIsWrittenAgain()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        FeatureFlag newer = FeatureFlag.Parse("""{ "key": "a", "status": "enabled", "moon_phase": { "full": [1, 2] }, "rules": [ { "name": "r", "tide": "high" } ] }""");
        FeatureFlag first = await store.SaveAsync(newer, 0, RedisStores.Change());

        await store.SaveAsync((await store.GetAsync("a"))! with { Status = FeatureFlagStatus.Disabled }, first.Version, RedisStores.Change());

        string text = await RespClient.SendAsync(server.Port, "HGET", $"flaggen:{{{name}}}:flags", "a");
        text.ShouldStartWith("2 {");
        text.ShouldContain("\"moon_phase\":{\"full\":[1,2]}");
        text.ShouldContain("\"tide\":\"high\"");
        text.ShouldNotContain("\"status\"");
    }

    [Fact]
    public async Task Keys_OfANamespace_ShareItsHashTag()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change());

        string[] keys = (await RespClient.SendAsync(server.Port, "KEYS", $"*{name}*")).Split('\n');

        keys.Length.ShouldBe(5);
        keys.ShouldAllBe(key => key.StartsWith($"flaggen:{{{name}}}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_SchemaOfANewerLibrary_IsRefusedByNameAndNothingIsWritten()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        FeatureFlag flag = await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change());
        await RespClient.SendAsync(server.Port, "HSET", $"flaggen:{{{name}}}:meta", "schema", "2");

        FeatureFlagStoreException load = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync());
        FeatureFlagStoreException save = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(RedisStores.Flag("a", "late"), flag.Version, RedisStores.Change()));

        load.Message.ShouldContain("a newer version of the library has written there");
        save.Message.ShouldBe(load.Message);
        (await RespClient.SendAsync(server.Port, "HGET", $"flaggen:{{{name}}}:flags", "a")).ShouldNotContain("late");
    }

    [Fact]
    public async Task Load_DamagedFlag_IsSetAsideAndTheOthersAreThere()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Flag("good"), 0, RedisStores.Change());
        await store.SaveAsync(RedisStores.Flag("bad"), 0, RedisStores.Change());
        await RespClient.SendAsync(server.Port, "HSET", $"flaggen:{{{name}}}:flags", "bad", "1 {\"key\":\"bad\",\"status\":7}");
        await using RedisFeatureFlagStore other = RedisStores.Open(server.Configuration, name);

        FlagSet set = await other.LoadAsync();

        set.Flags.Single().Key.ShouldBe("good");
        set.Unreadable.Single().Key.ShouldBe("bad");
        set.Unreadable["bad"].ShouldContain("damaged in the store");
        other.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        (await Should.ThrowAsync<FeatureFlagStoreException>(async () => await other.GetAsync("bad"))).Message.ShouldBe(set.Unreadable["bad"]);
        other.GetHealth().UnreadableFlags.Keys.ShouldBe(["bad"]);
    }

    [Theory]
    [InlineData("1 {\"key\":\"bad\",\"status\":7}")]
    [InlineData("no version at all")]
    [InlineData("1")]
    public async Task Save_OverADamagedFlag_RepairsItForWhoKnowsItsVersion(string damage)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        await store.SaveAsync(RedisStores.Flag("bad"), 0, RedisStores.Change());
        await RespClient.SendAsync(server.Port, "HSET", $"flaggen:{{{name}}}:flags", "bad", damage);

        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(RedisStores.Flag("bad", "new"), 0, RedisStores.Change()));
        FeatureFlag repaired = await store.SaveAsync(RedisStores.Flag("bad", "repaired"), 1, RedisStores.Change());

        repaired.Version.ShouldBe(2);
        (await store.GetAsync("bad"))!.Description.ShouldBe("repaired");
        (await store.ReadAuditAsync(new AuditQuery())).Total.ShouldBe(2);
    }
}
