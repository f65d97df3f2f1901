namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>What became of a write.</summary>
internal enum WriteReplyKind
{
    /// <summary>It happened: now, or when the same write came before.</summary>
    Written,

    /// <summary>The flag is not what the writer believed it to be.</summary>
    Conflict,

    /// <summary>The writer believes that there is no flag, and something is there whose version cannot be read.</summary>
    Damaged,

    /// <summary>The namespace is not what the writer has seen.</summary>
    Lost,
}
