using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Connections;

/// <summary>What a failed command tells.</summary>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="IsCertain">Whether the server has surely not carried the command out: it said so, or never got it.</param>
/// <param name="IsRole">Whether another server is the primary one by now.</param>
internal sealed record RedisFault(string Sentence, bool IsCertain, bool IsRole = false)
{
    /// <summary>Whether an exception is the client's or the server's way to say that a command failed.</summary>
    public static bool Is(Exception exception) => exception is RedisException or TimeoutException or ObjectDisposedException or System.Net.Sockets.SocketException;

    public static RedisFault Of(Exception exception) => exception switch
    {
        RedisServerException server => OfServer(server.Message),
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => new("The server refuses the credentials; correct the user and the password.", IsCertain: true),
        RedisConnectionException connection => OfConnection(connection.Message),
        TimeoutException => new("The server did not answer in time; see whether it is overloaded, stopped, or behind a slow network.", IsCertain: false),
        ObjectDisposedException => new("The connection was closed.", IsCertain: false),
        _ => new(FirstLine(exception.Message), IsCertain: false),
    };

    private static RedisFault OfConnection(string message)
    {
        // The client reports a refused log-in as a connection that it could not make.
        bool isRefused = message.Contains("NOAUTH", StringComparison.Ordinal) || message.Contains("WRONGPASS", StringComparison.Ordinal)
            || message.Contains("AuthenticationFailure", StringComparison.OrdinalIgnoreCase);
        return isRefused
            ? new("The server refuses the credentials; correct the user and the password.", IsCertain: true)
            : new($"There is no connection: {FirstLine(message)}", IsCertain: false);
    }

    private static RedisFault OfServer(string message)
    {
        // A script that fails is reported with its own words around the server's; Lua stops at the first error, and ours read before they write.
        (string Code, RedisFault Fault)[] faults =
        [
            ("LOADING", new("The server is loading its data set (LOADING); wait until it is done.", true)),
            ("READONLY", new("The server is a replica and takes no writes (READONLY); the primary one is being looked for.", true, true)),
            ("OOM", new("The server has no memory left for writes (OOM); raise 'maxmemory' or remove other data.", true)),
            ("NOAUTH", new("The server wants credentials (NOAUTH); give the user and the password.", true)),
            ("WRONGPASS", new("The server refuses the credentials (WRONGPASS); correct the user and the password.", true)),
            ("NOPERM", new("The user may not do this (NOPERM); grant it eval, evalsha, script, subscribe and publish on the namespace's keys and channel.", true)),
            ("WRONGTYPE", new("A key of the namespace holds another type than the store writes (WRONGTYPE); somebody else has written it. Delete that key and restore the flags.", true)),
            ("MISCONF", new("The server takes no writes because it cannot save its data (MISCONF); see its log.", true)),
            ("NOREPLICAS", new("The server takes no writes because too few replicas are connected (NOREPLICAS).", true)),
            ("CLUSTERDOWN", new("The cluster has no server for the namespace's slot (CLUSTERDOWN).", true, true)),
            ("MASTERDOWN", new("The server is a replica without its primary (MASTERDOWN).", true, true)),
            ("MOVED", new("The namespace's slot has moved to another server (MOVED).", true, true)),
            ("BUSY", new("The server is busy with somebody else's script (BUSY).", true)),
        ];
        foreach ((string code, RedisFault fault) in faults)
        {
            if (message.StartsWith(code, StringComparison.Ordinal) || message.Contains(' ' + code + ' ', StringComparison.Ordinal) || message.Contains('-' + code + ' ', StringComparison.Ordinal))
            {
                return fault;
            }
        }

        return new($"The server says: {FirstLine(message)}", IsCertain: true);
    }

    // The client adds pages of statistics to its messages.
    private static string FirstLine(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        string line = end < 0 ? message : message[..end];
        return line.Length <= 300 ? line : line[..300] + "…";
    }
}
