using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;

namespace Aurum.Samples.Fleet;

/// <summary>The redis-server on the PATH, or where there is none, Garnet within this process. Both keep nothing.</summary>
internal sealed class FleetServer : IAsyncDisposable
{
    private readonly Process? _process;
    private readonly GarnetServer? _garnet;

    private FleetServer(int port, Process? process, GarnetServer? garnet)
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        _process = process;
        _garnet = garnet;
    }

    public string Address { get; }

    public string Name => _process is null ? "Garnet" : "redis-server";

    public static FleetServer Start()
    {
        int port = FindPort();
        string? redis = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(static folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "redis-server.exe" : "redis-server"))
            .FirstOrDefault(File.Exists);
        return redis is null ? new FleetServer(port, null, StartGarnet(port)) : new FleetServer(port, StartRedis(redis, port), null);
    }

    public async ValueTask DisposeAsync()
    {
        _garnet?.Dispose();
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static GarnetServer StartGarnet(int port)
    {
        // A change is one script, and scripts are transactions only where that is asked for.
        GarnetServer server = new(["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--lua", "--lua-transaction-mode", "true", "--memory", "64m", "--index", "8m"]);
        server.Start();
        return server;
    }

    private static Process StartRedis(string program, int port)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true };
        foreach (string argument in (string[])["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--save", "", "--appendonly", "no"])
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // What it says from now on is read, so that it never waits for a reader, and passed over.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return process;
            }
        }

        // Its output has ended, and so has it.
        process.Dispose();
        throw new InvalidOperationException($"redis-server did not start on port {port}; start the sample again.");
    }

    private static int FindPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
