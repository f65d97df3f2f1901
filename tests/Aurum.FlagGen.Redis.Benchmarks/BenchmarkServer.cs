using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>The redis-server on the PATH, for one run, which keeps nothing.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConnectionMultiplexer _connection;

    private BenchmarkServer(Process process, ConnectionMultiplexer connection, string address)
    {
        _process = process;
        _connection = connection;
        Address = address;
    }

    public string Address { get; }

    public string Namespace { get; } = "benchmark";

    public ISubscriber Subscriber => _connection.GetSubscriber();

    public static async Task<BenchmarkServer> StartAsync()
    {
        int port = FindPort();
        ProcessStartInfo start = new("redis-server") { RedirectStandardOutput = true };
        foreach (string argument in (string[])["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--save", "", "--appendonly", "no"])
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                string address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
                return new BenchmarkServer(process, await ConnectionMultiplexer.ConnectAsync(address + ",allowAdmin=true"), address);
            }
        }

        process.Dispose();
        throw new InvalidOperationException($"redis-server did not start on port {port}; try again.");
    }

    public RedisFeatureFlagStore OpenStore() => OpenStore(Address, Namespace);

    public static RedisFeatureFlagStore OpenStore(string address, string name) => new(new RedisStoreOptions
    {
        Configuration = address,
        Namespace = name,
        ReadTimeout = TimeSpan.FromSeconds(60),
        WriteTimeout = TimeSpan.FromSeconds(60),
        StartupTimeout = TimeSpan.FromSeconds(60),
    });

    /// <summary>One of the server's own counters.</summary>
    public async Task<double> ReadAsync(string counter)
    {
        string info = (string)(await _connection.GetDatabase().ExecuteAsync("INFO", "everything"))!;
        string line = info.Split("\r\n").FirstOrDefault(line => line.StartsWith(counter + ":", StringComparison.Ordinal)) ?? counter + ":0";
        string value = line[(counter.Length + 1)..];
        return double.Parse(value.StartsWith("calls=", StringComparison.Ordinal) ? value[6..value.IndexOf(',', StringComparison.Ordinal)] : value, CultureInfo.InvariantCulture);
    }

    /// <summary>Closes every connection but this one's.</summary>
    public async Task BreakConnectionsAsync() => await _connection.GetDatabase().ExecuteAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FindPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
