namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>What is declared to be true after a loss.</summary>
internal sealed record Restoration
{
    /// <summary>A random name, the stamp of the version that the restoration makes.</summary>
    public required string Id { get; init; }

    /// <summary>The epoch that begins.</summary>
    public required string NewEpoch { get; init; }

    /// <summary>The epoch that the store has now; where it has another by the time of the script, somebody else has settled the loss.</summary>
    public required string FoundEpoch { get; init; }

    /// <summary>The flags, or null where those are true that the store has.</summary>
    public required IReadOnlyList<FeatureFlag>? Flags { get; init; }

    /// <summary>The audit entry, without what only the store knows.</summary>
    public required string AuditHead { get; init; }
}
