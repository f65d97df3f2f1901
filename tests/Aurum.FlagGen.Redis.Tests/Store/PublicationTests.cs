using Aurum.FlagGen.Redis.Tests.Faults;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

/// <summary>What is published is a hint: whoever may publish can have the store asked, and nothing else.</summary>
public sealed class PublicationTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{0} 1000000 x")]
    [InlineData("{0} 9223372036854775807 x")]
    [InlineData("{0} 900000000000000 x")]
    [InlineData("{0} 99999999999999999999999 x")]
    [InlineData("another 7 x")]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Fault04_OnePublicationByAStranger_StopsNobody(string format)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name, logger: log);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store, cancellationToken: Token);
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await FaultTrial.UntilAsync(() => Value(manager) == 1);
        string epoch = await RespClient.SendAsync(server.Port, "HGET", $"flaggen:{{{name}}}:meta", "epoch");

        await RespClient.SendAsync(server.Port, "PUBLISH", $"flaggen:{{{name}}}:changes", format.Replace("{0}", epoch, StringComparison.Ordinal));

        for (int i = 2; i < 6; i++)
        {
            await store.SaveAsync(RedisStores.Number("n", i), i - 1, RedisStores.Change(), Token);
            await FaultTrial.UntilAsync(() => Value(manager) == i);
        }

        (await store.RestoreAsync(RedisRestoreSource.Process, "ada", cancellationToken: Token)).ShouldBeFalse();
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
        if (!format.StartsWith("another", StringComparison.Ordinal))
        {
            // The strange publication may come after the first of ours.
            await FaultTrial.UntilAsync(() => log.Of("FlagPublicationForeign").Count == 1);
        }
    }

    [Fact]
    public async Task Changes_AfterAnAlarm_AreHeardAsBefore()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore reader = RedisStores.Open(server.Configuration, name, static options => options.PollInterval = TimeSpan.FromMinutes(10));
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        await writer.SaveAsync(RedisStores.Number("n", 1), 0, RedisStores.Change(), Token);
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(reader, cancellationToken: Token);
        await writer.SaveAsync(RedisStores.Number("n", 2), 1, RedisStores.Change(), Token);
        await FaultTrial.UntilAsync(() => Value(manager) == 2);
        string epoch = await RespClient.SendAsync(server.Port, "HGET", $"flaggen:{{{name}}}:meta", "epoch");

        await RespClient.SendAsync(server.Port, "PUBLISH", $"flaggen:{{{name}}}:changes", $"{epoch} 800000000000000 x");
        await writer.SaveAsync(RedisStores.Number("n", 1000), 2, RedisStores.Change(), Token);

        // No poll comes within ten minutes: what was published made it known.
        await FaultTrial.UntilAsync(() => Value(manager) == 1000);
    }

    private static int Value(FeatureFlagManager manager) => manager.Engine.GetIntegerDetails("n", -1).Value;
}
