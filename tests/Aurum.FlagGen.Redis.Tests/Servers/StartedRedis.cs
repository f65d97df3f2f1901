namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>The tests of one class share a redis-server.</summary>
public sealed class StartedRedis : Started<RedisServer>
{
    protected override Task<RedisServer> StartAsync() => RedisServer.StartAsync();
}
