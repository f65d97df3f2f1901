using System.Net;
using System.Net.Sockets;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>A place where no server is, and where none can come: the port is taken, and nobody listens.</summary>
internal static class Unreachable
{
    private static readonly Socket Taken = Take();

    public static string Configuration => $"127.0.0.1:{((IPEndPoint)Taken.LocalEndPoint!).Port}";

    private static Socket Take()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
