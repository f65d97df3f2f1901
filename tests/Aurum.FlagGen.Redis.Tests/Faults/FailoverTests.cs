using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Faults;

/// <summary>A primary server for the flags that is killed, so that its replica takes over.</summary>
public sealed class FailoverTests
{
    [SlowFact]
    public async Task Cluster_ReplicaThatHasEverything_TakesOverWithoutLoss()
    {
        await using RedisCluster cluster = await RedisCluster.StartAsync(replicas: true);
        await using FaultTrial trial = await FaultTrial.StartAsync("cluster failover, replica up to date", cluster.Configuration);
        (RedisServer primary, RedisServer replica) = await cluster.FindAsync(trial.Prefix);

        // Nothing is written while the server dies, so that nothing that was acknowledged can be on its way to the replica.
        await trial.Writer.StopAsync();
        await RedisCluster.WaitForReplicaAsync(primary, replica);
        trial.Begin();
        await primary.KillAsync();
        await RedisCluster.WaitUntilAsync(async () => (await replica.SendAsync("ROLE")).StartsWith("master", StringComparison.Ordinal));
        trial.End();

        await trial.VerifyAsync();
    }

    [SlowFact]
    public async Task Cluster_ReplicaThatLacksWrites_IsFoundOutAndRestored()
    {
        await using RedisCluster cluster = await RedisCluster.StartAsync(replicas: true);
        await using FaultTrial trial = await FaultTrial.StartAsync("cluster failover, replica behind", cluster.Configuration);
        (RedisServer primary, RedisServer replica) = await cluster.FindAsync(trial.Prefix);

        trial.Begin();
        (await primary.SendAsync("ACL", "SETUSER", "default", "-psync", "-sync", "-replconf")).ShouldBe("OK");
        await primary.SendAsync("CLIENT", "KILL", "TYPE", "replica");
        await trial.GoOnAsync();
        int written = trial.Readers.Min(static reader => reader.Counter);
        await FaultTrial.UntilAsync(() => trial.Readers.All(reader => reader.Counter > written));
        await primary.KillAsync();
        await RedisCluster.WaitUntilAsync(async () => (await replica.SendAsync("ROLE")).StartsWith("master", StringComparison.Ordinal));
        trial.End();

        await trial.ExpectLossAsync();
        await trial.RestoreAsync();
        await trial.GoOnAsync();
        await trial.VerifyAsync(keepsPromise: false);
    }

    [Fact]
    public async Task Sentinel_MakesTheReplicaThePrimary_WithoutLoss()
    {
        await using RedisSentinel sentinel = await RedisSentinel.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("Sentinel failover, replica up to date", sentinel.Configuration);

        await trial.Writer.StopAsync();
        await RedisCluster.WaitForReplicaAsync(sentinel.Primary, sentinel.Replica);
        trial.Begin();
        await sentinel.Primary.KillAsync();
        await RedisCluster.WaitUntilAsync(async () => (await sentinel.Replica.SendAsync("ROLE")).StartsWith("master", StringComparison.Ordinal));
        trial.End();

        await trial.VerifyAsync();
    }
}
