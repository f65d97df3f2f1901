using System.Net;
using System.Net.Sockets;

namespace Aurum.FlagGen.Redis.Tests.Servers;

internal static class FreePort
{
    /// <summary>A port that nobody listens on at this moment; whoever takes it must be ready to find it taken.</summary>
    public static int Find()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
