namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>One write, which stays the same however often it is sent.</summary>
internal sealed record FlagWrite
{
    /// <summary>A random name, of 32 characters, which is the stamp of the version that the write makes.</summary>
    public required string Id { get; init; }

    /// <summary>The epoch that the namespace gets if this is its first write.</summary>
    public required string NewEpoch { get; init; }

    /// <summary>The flag's key.</summary>
    public required string Key { get; init; }

    /// <summary>The version that the writer has seen.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The definition, without its version; empty for a deletion.</summary>
    public required string Definition { get; init; }

    /// <summary>When it is written, as its audit entry says.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The audit entry, without what only the store knows.</summary>
    public required string AuditHead { get; init; }
}
