using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>Sends single commands to one server, past the client library, which knows about clusters and roles.</summary>
internal static class RespClient
{
    /// <returns>The reply as text; an error as it was sent, with its leading minus; a list as its elements' lines.</returns>
    public static async Task<string> SendAsync(int port, params string[] command)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using NetworkStream stream = client.GetStream();
        StringBuilder request = new($"*{command.Length}\r\n");
        foreach (string part in command)
        {
            request.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(part)}\r\n{part}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToString()));
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await ReadAsync(reader);
    }

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        string line = await reader.ReadLineAsync() ?? throw new IOException("The server closed the connection.");
        int number = line[0] is '$' or '*' ? int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture) : 0;
        switch (line[0])
        {
            case '$' when number < 0:
                return "";
            case '$':
                char[] text = new char[number + 2];
                await reader.ReadBlockAsync(text);
                return new string(text, 0, number);
            case '*':
                List<string> elements = [];
                for (int i = 0; i < number; i++)
                {
                    elements.Add(await ReadAsync(reader));
                }

                return string.Join('\n', elements);
            case '-':
                return line;
            default:
                return line[1..];
        }
    }
}
