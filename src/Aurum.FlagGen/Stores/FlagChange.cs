namespace Aurum.FlagGen;

/// <summary>Who changes a flag, how, and why: what the audit log tells beside the change itself.</summary>
public sealed record FlagChange
{
    /// <summary>Who: a user's name or the name of a key, never the key itself.</summary>
    public required string Actor { get; init; }

    /// <summary>What kind of change it is: one of <see cref="FlagActions"/>, or a word of the caller's own.</summary>
    public required string Action { get; init; }

    /// <summary>Why.</summary>
    /// <value>Default: null, no reason was given.</value>
    public string? Reason { get; init; }
}
