using System.Globalization;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>What became of a write.</summary>
/// <param name="Kind">What.</param>
internal sealed record WriteReply(WriteReplyKind Kind)
{
    /// <summary>The flag's version: after the write, or where it was refused, the one that is there, and 0 where there is no flag, or none whose version can be read.</summary>
    public long FlagVersion { get; init; }

    /// <summary>Where the namespace stood after the write, or where it stands that was found to be lost.</summary>
    public RedisPosition Position { get; init; } = RedisPosition.Nothing;

    /// <summary>The definition that stands in the way.</summary>
    public string Current { get; init; } = "";

    /// <summary>Why nobody was told of the write; empty where it was published.</summary>
    public string PublicationFault { get; init; } = "";

    /// <summary>How many entries the audit log has let go for this one.</summary>
    public long TrimmedEntries { get; init; }

    /// <summary>What tells of a loss.</summary>
    public RedisLoss Loss { get; init; }

    public static WriteReply From(RedisResult[] reply) => (string?)reply[0] switch
    {
        "written" => Written((string)reply[1]!) with { PublicationFault = (string?)reply[2] ?? "", TrimmedEntries = (long)reply[3] },
        "conflict" => new WriteReply(WriteReplyKind.Conflict) { FlagVersion = (long)reply[1], Current = (string?)reply[2] ?? "" },
        "damaged" => new WriteReply(WriteReplyKind.Damaged),
        _ => new WriteReply(WriteReplyKind.Lost) { Loss = Enum.Parse<RedisLoss>((string)reply[1]!), Position = new RedisPosition((string)reply[2]!, (long)reply[3], "") },
    };

    private static WriteReply Written(string record)
    {
        int blank = record.IndexOf(' ', StringComparison.Ordinal);
        return new WriteReply(WriteReplyKind.Written)
        {
            FlagVersion = long.Parse(record.AsSpan(0, blank), CultureInfo.InvariantCulture),
            Position = RedisPosition.TryParse(record[(blank + 1)..])!,
        };
    }
}
