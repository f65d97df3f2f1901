using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>What <see cref="ReadScript"/> found.</summary>
/// <param name="Kind">How much it is.</param>
internal sealed record ReadReply(ReadReplyKind Kind)
{
    /// <summary>Where the namespace stands.</summary>
    public RedisPosition Position { get; init; } = RedisPosition.Nothing;

    /// <summary>The flags that changed, or all: each key, and what the store has for it.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Entries { get; init; } = [];

    /// <summary>What tells of a loss.</summary>
    public RedisLoss Loss { get; init; }

    public static ReadReply From(RedisResult[] reply) => (string?)reply[0] switch
    {
        "same" => new ReadReply(ReadReplyKind.Same),
        "nothing" => new ReadReply(ReadReplyKind.Nothing),
        "lost" => new ReadReply(ReadReplyKind.Lost) { Loss = Enum.Parse<RedisLoss>((string)reply[1]!), Position = new RedisPosition((string)reply[2]!, (long)reply[3], "") },
        "changes" => new ReadReply(ReadReplyKind.Changes) { Position = PositionOf(reply), Entries = Pair((RedisValue[])reply[4]!, (RedisValue[])reply[5]!) },
        _ => new ReadReply(ReadReplyKind.All) { Position = PositionOf(reply), Entries = Pair((RedisValue[])reply[4]!) },
    };

    private static RedisPosition PositionOf(RedisResult[] reply) => new((string)reply[1]!, (long)reply[2], (string?)reply[3] ?? "");

    private static KeyValuePair<string, string?>[] Pair(RedisValue[] keys, RedisValue[] values) =>
        [.. keys.Zip(values, static (key, value) => KeyValuePair.Create(key.ToString(), (string?)value))];

    private static KeyValuePair<string, string?>[] Pair(RedisValue[] fields)
    {
        KeyValuePair<string, string?>[] pairs = new KeyValuePair<string, string?>[fields.Length / 2];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = KeyValuePair.Create(fields[2 * i].ToString(), (string?)fields[(2 * i) + 1]);
        }

        return pairs;
    }
}
