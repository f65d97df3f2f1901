namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>A primary server with a replica on loopback, and a sentinel that makes the replica the primary one when the other is gone.</summary>
public sealed class RedisSentinel : IAsyncDisposable
{
    private const string Service = "flags";

    // In milliseconds. On a loaded machine a living server may well be silent for seconds.
    private const string Silence = "8000";

    private readonly List<RedisServer> _servers = [];

    public RedisServer Primary => _servers[0];

    public RedisServer Replica => _servers[1];

    public string Configuration => $"{_servers[2].Configuration},serviceName={Service}";

    public static async Task<RedisSentinel> StartAsync()
    {
        RedisSentinel sentinel = new();
        try
        {
            await sentinel.JoinAsync();
            return sentinel;
        }
        catch
        {
            await sentinel.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (RedisServer server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task JoinAsync()
    {
        _servers.Add(await RedisServer.StartAsync([.. RedisServer.NoPersistence, "--repl-diskless-sync-delay", "0"]));
        string port = $"{Primary.Port}";
        _servers.Add(await RedisServer.StartAsync([.. RedisServer.NoPersistence, "--replicaof", "127.0.0.1", port]));
        await RedisCluster.WaitUntilAsync(async () => (await Replica.SendAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal));

        RedisServer watch = await RedisServer.StartAsync(RedisServer.Sentinel);
        _servers.Add(watch);
        (await watch.SendAsync("SENTINEL", "MONITOR", Service, "127.0.0.1", port, "1")).ShouldBe("OK");
        (await watch.SendAsync("SENTINEL", "SET", Service, "down-after-milliseconds", Silence)).ShouldBe("OK");
        await RedisCluster.WaitUntilAsync(async () => (await watch.SendAsync("SENTINEL", "REPLICAS", Service)).Contains($"{Replica.Port}", StringComparison.Ordinal));
    }
}
