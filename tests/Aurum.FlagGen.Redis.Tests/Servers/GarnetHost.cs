using System.Globalization;
using Garnet;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>Garnet within the test process: what is there where no redis-server is installed.</summary>
public sealed class GarnetHost : IAsyncDisposable
{
    private const int Attempts = 10;

    private readonly GarnetServer _server;

    private GarnetHost(GarnetServer server, int port)
    {
        _server = server;
        Port = port;
    }

    public int Port { get; }

    public string Configuration => $"127.0.0.1:{Port}";

    public static GarnetHost Start()
    {
        for (int attempt = 1; ; attempt++)
        {
            int port = FreePort.Find();
            try
            {
                // Scripts are transactions only where that is asked for.
                GarnetServer server = new(
                    ["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--lua", "--lua-transaction-mode", "true", "--memory", "128m", "--index", "8m"]);
                server.Start();
                return new GarnetHost(server, port);
            }
            catch (Exception) when (attempt < Attempts)
            {
                // Somebody else was faster on the port.
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }
}
