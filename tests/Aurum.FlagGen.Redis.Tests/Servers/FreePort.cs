using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Aurum.FlagGen.Redis.Tests.Servers;

internal static class FreePort
{
    // Below the ports that systems hand out to connections: a server that is started again must find its port free.
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>A port that nobody listens on at this moment; whoever takes it must be ready to find it taken.</summary>
    public static int Find()
    {
        while (true)
        {
            int port = RandomNumberGenerator.GetInt32(First, Last);
            using TcpListener listener = new(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
