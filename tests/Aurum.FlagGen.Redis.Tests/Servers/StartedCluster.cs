namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>The tests of one class share a cluster.</summary>
public sealed class StartedCluster : Started<RedisCluster>
{
    protected override Task<RedisCluster> StartAsync() => RedisCluster.StartAsync();
}
