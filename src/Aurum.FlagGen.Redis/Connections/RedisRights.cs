namespace Aurum.FlagGen.Redis.Connections;

/// <summary>What a user of the server must be allowed to do.</summary>
internal static class RedisRights
{
    /// <summary>The commands that scripts call.</summary>
    public static IReadOnlyList<string> InScripts { get; } =
    [
        "DEL", "GET", "HDEL", "HEXISTS", "HGET", "HGETALL", "HLEN", "HMGET", "HSET", "LINDEX", "LLEN", "LTRIM", "RPUSH", "SET", "ZADD", "ZCARD", "ZRANGE",
        "ZRANGEBYSCORE", "ZREM",
    ];

    /// <summary>What the client sends: to connect, to find the primary server, to run scripts, to follow changes, and to read the audit log.</summary>
    private const string Sent =
        "+@connection +info +cluster|nodes +cluster|slots +eval +evalsha +script|load +subscribe +unsubscribe +publish +lrange +type";

    /// <summary>The rules that a user needs, as <c>ACL SETUSER</c> takes them.</summary>
    public static string For(RedisKeys keys) =>
        $"~{keys.Pattern} resetchannels &{keys.Channel} -@all {Sent} {string.Join(' ', InScripts.Select(static command => "+" + command.ToLowerInvariant()))}";
}
