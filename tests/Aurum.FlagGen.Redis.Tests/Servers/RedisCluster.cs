using System.Globalization;
using System.Net.Sockets;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>Three primary servers on loopback that share the slots, with a replica of each where that is asked for.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private const int Slots = 16384;
    private const int Primaries = 3;

    // In milliseconds: after so long a silence a server counts as dead. On a loaded machine a living one may well be silent for seconds.
    private const string Failover = "10000";
    private const string Never = "300000";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly List<RedisServer> _servers = [];

    public string Configuration => string.Join(',', _servers.Select(static server => server.Configuration));

    public IReadOnlyList<RedisServer> Servers => _servers;

    /// <param name="replicas">Whether each primary server has a replica.</param>
    public static async Task<RedisCluster> StartAsync(bool replicas = false)
    {
        RedisCluster cluster = new();
        try
        {
            for (int i = 0; i < (replicas ? 2 * Primaries : Primaries); i++)
            {
                cluster._servers.Add(await RedisServer.StartAsync(
                    [.. RedisServer.NoPersistence, "--cluster-enabled", "yes", "--cluster-port", "{bus}", "--cluster-node-timeout", replicas ? Failover : Never, "--cluster-require-full-coverage", "no"]));
            }

            await cluster.JoinAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server that is the primary one for a key, and the replica of it.</summary>
    public async Task<(RedisServer Primary, RedisServer Replica)> FindAsync(string key)
    {
        int slot = int.Parse(await _servers[0].SendAsync("CLUSTER", "KEYSLOT", key), CultureInfo.InvariantCulture);
        int index = Enumerable.Range(0, Primaries).First(primary => slot >= First(primary) && slot <= Last(primary));
        (RedisServer first, RedisServer second) = (_servers[index], _servers[index + Primaries]);

        // On a loaded machine the two may have changed places already.
        return (await first.SendAsync("ROLE")).StartsWith("master", StringComparison.Ordinal) ? (first, second) : (second, first);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (RedisServer server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private static int First(int primary) => primary * Slots / Primaries;

    private static int Last(int primary) => First(primary + 1) - 1;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task JoinAsync()
    {
        for (int i = 0; i < Primaries; i++)
        {
            (await _servers[i].SendAsync("CLUSTER", "ADDSLOTSRANGE", Text(First(i)), Text(Last(i)))).ShouldBe("OK");
        }

        foreach (RedisServer server in _servers.Skip(1))
        {
            string bus = (await server.SendAsync("CONFIG", "GET", "cluster-port")).Split('\n')[1];
            (await _servers[0].SendAsync("CLUSTER", "MEET", "127.0.0.1", Text(server.Port), bus)).ShouldBe("OK");
        }

        foreach (RedisServer server in _servers)
        {
            await WaitUntilAsync(async () => (await server.SendAsync("CLUSTER", "INFO")).Contains($"cluster_known_nodes:{_servers.Count}", StringComparison.Ordinal));
        }

        for (int i = Primaries; i < _servers.Count; i++)
        {
            string primary = (await _servers[i - Primaries].SendAsync("CLUSTER", "MYID")).Trim();
            RedisServer replica = _servers[i];
            await WaitUntilAsync(async () => await replica.SendAsync("CLUSTER", "REPLICATE", primary) == "OK");
            await WaitUntilAsync(async () => (await replica.SendAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal));
        }

        foreach (RedisServer server in _servers)
        {
            await WaitUntilAsync(async () =>
            {
                string info = await server.SendAsync("CLUSTER", "INFO");
                return info.Contains("cluster_state:ok", StringComparison.Ordinal) && info.Contains("cluster_slots_ok:16384", StringComparison.Ordinal);
            });
        }
    }

    /// <summary>Waits until a replica has all that its primary server has. WAIT would speak of the writes of its own connection alone.</summary>
    public static Task WaitForReplicaAsync(RedisServer primary, RedisServer replica) => WaitUntilAsync(async () =>
        await OffsetAsync(primary, "master_repl_offset:") is { } written && await OffsetAsync(replica, "slave_repl_offset:") is { } read && read >= written);

    /// <summary>Asks until the answer is yes: a server tells nobody when it has heard of the others. One that changes its role closes its connections, and is asked again.</summary>
    public static async Task WaitUntilAsync(Func<Task<bool>> ask)
    {
        using CancellationTokenSource limit = new(Limit);
        using PeriodicTimer timer = new(Pause);
        while (!await TryAsync(ask))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<bool> TryAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return false;
        }
    }

    private static async Task<long?> OffsetAsync(RedisServer server, string field)
    {
        string line = (await server.SendAsync("INFO", "replication")).Split('\n').FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) ?? "";
        return long.TryParse(line.AsSpan(Math.Min(field.Length, line.Length)).Trim(), out long offset) ? offset : null;
    }
}
