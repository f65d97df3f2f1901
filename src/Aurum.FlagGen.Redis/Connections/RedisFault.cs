using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Connections;

/// <summary>What a failed command tells.</summary>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="IsCertain">Whether the server has surely not carried the command out: it said so, or never got it.</param>
/// <param name="IsRole">Whether another server is the primary one by now.</param>
internal sealed record RedisFault(string Sentence, bool IsCertain, bool IsRole = false)
{
    public const string NoAnswer = "The server did not answer in time; see whether it is overloaded, stopped, or behind a slow network.";

    private const string Credentials = "The server refuses the credentials; correct the user and the password.";

    // What the server says inside of a script and outside, from Redis 6 on.
    private static readonly string[] Refusals = ["NOPERM", "The user executing the script can't", "ACL failure in script", "has no permissions to"];

    /// <summary>Whether an exception is of the connection, the client or the server. What the store says itself is not, nor is the end of the caller's patience.</summary>
    /// <remarks>The connection may be the application's own, and its exceptions of any kind.</remarks>
    public static bool Is(Exception exception) => exception is not (FeatureFlagStoreException or OperationCanceledException);

    /// <param name="exception">What was thrown.</param>
    /// <param name="keys">The namespace, for what is said of rights.</param>
    public static RedisFault Of(Exception exception, RedisKeys keys) => exception switch
    {
        RedisServerException server => OfServer(server.Message, keys),
        RedisConnectionException connection => OfConnection(connection, keys),
        TimeoutException => new(NoAnswer, IsCertain: false),
        ObjectDisposedException => new("The connection was closed.", IsCertain: false),
        RedisCommandException command => new($"The client does not send this command: {FirstLine(command.Message)}", IsCertain: true),
        InvalidCastException or FormatException or OverflowException or IndexOutOfRangeException or ArgumentException or NullReferenceException => new(
            "The answer has a form that no script of the store gives; see whether a proxy stands between that does not carry scripts.", IsCertain: false),
        _ => new(FirstLine(ForeignCode.MessageOf(exception)), IsCertain: false),
    };

    /// <summary>What the client says of a connection that it could not make, without its statistics.</summary>
    public static string? ReasonOf(Exception? exception)
    {
        if (exception is null)
        {
            return null;
        }

        // "No connection is active/available to service this operation: PING; the reason, mc: 1/1/0, clientName: …"
        string message = FirstLine(ForeignCode.MessageOf(exception));
        int statistics = message.IndexOf(", mc: ", StringComparison.Ordinal);
        message = statistics < 0 ? message : message[..statistics];
        int reason = message.IndexOf("; ", StringComparison.Ordinal);
        return message.StartsWith("No connection is", StringComparison.Ordinal) && reason > 0 ? message[(reason + 2)..] : message;
    }

    /// <summary>Of what the server says.</summary>
    public static RedisFault OfServer(string message, RedisKeys keys)
    {
        // A script that fails is reported with its own words around the server's; Lua stops at the first error, and ours try before they write.
        (string Code, RedisFault Fault)[] faults =
        [
            ("LOADING", new("The server is loading its data set (LOADING); wait until it is done.", true)),
            ("READONLY", new("The server is a replica and takes no writes (READONLY); the primary one is being looked for.", true, true)),
            ("OOM", new("The server has no memory left for writes (OOM); raise 'maxmemory' or remove other data.", true)),
            ("NOAUTH", new("The server wants credentials (NOAUTH); give the user and the password.", true)),
            ("WRONGPASS", new("The server refuses the credentials (WRONGPASS); correct the user and the password.", true)),
            ("WRONGTYPE", new("A key of the namespace holds another type than the store writes (WRONGTYPE); somebody else has written it. Delete that key and restore the flags.", true)),
            ("MISCONF", new("The server takes no writes because it cannot save its data (MISCONF); see its log.", true)),
            ("NOREPLICAS", new("The server takes no writes because too few replicas are connected (NOREPLICAS).", true)),
            ("CLUSTERDOWN", new("The cluster has no server for the namespace's slot (CLUSTERDOWN).", true, true)),
            ("MASTERDOWN", new("The server is a replica without its primary (MASTERDOWN).", true, true)),
            ("MOVED", new("The namespace's slot has moved to another server (MOVED).", true, true)),
            ("BUSY", new("The server is busy with somebody else's script (BUSY).", true)),
        ];
        if (IsRefusal(message))
        {
            return Refused(keys);
        }

        foreach ((string code, RedisFault fault) in faults)
        {
            if (message.StartsWith(code, StringComparison.Ordinal) || message.Contains(' ' + code + ' ', StringComparison.Ordinal) || message.Contains('-' + code + ' ', StringComparison.Ordinal))
            {
                return fault;
            }
        }

        return new($"The server says: {FirstLine(message)}", IsCertain: true);
    }

    private static RedisFault OfConnection(RedisConnectionException exception, RedisKeys keys)
    {
        // The client reports a refused log-in, and a refused greeting, as a connection that it could not make.
        string message = exception.Message;
        for (Exception? inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is RedisCommandException)
            {
                return Of(inner, keys);
            }

            message += " " + ForeignCode.MessageOf(inner);
        }

        bool isRefused = exception.FailureType == ConnectionFailureType.AuthenticationFailure
            || message.Contains("NOAUTH", StringComparison.Ordinal) || message.Contains("WRONGPASS", StringComparison.Ordinal)
            || message.Contains("AuthenticationFailure", StringComparison.OrdinalIgnoreCase);
        return isRefused ? new(Credentials, IsCertain: true)
            : IsRefusal(message) ? Refused(keys)
            : new($"There is no connection; see whether the address is right and the server runs. ({ReasonOf(exception)})", IsCertain: false);
    }

    private static bool IsRefusal(string message) => Refusals.Any(refusal => message.Contains(refusal, StringComparison.Ordinal));

    private static RedisFault Refused(RedisKeys keys) =>
        new($"The user may not do this (NOPERM); give it these rights with ACL SETUSER: '{RedisRights.For(keys)}'.", IsCertain: true);

    // The client adds pages of statistics to its messages.
    private static string FirstLine(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        string line = end < 0 ? message : message[..end];
        return line.Length <= 300 ? line : line[..300] + "…";
    }
}
