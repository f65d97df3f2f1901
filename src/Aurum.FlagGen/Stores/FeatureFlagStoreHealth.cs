using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>How a store is.</summary>
public sealed record FeatureFlagStoreHealth
{
    /// <summary>Makes a store's health.</summary>
    /// <param name="status">Whether the flags in force are the store's present ones.</param>
    public FeatureFlagStoreHealth(FeatureFlagStoreStatus status)
    {
        Status = status;
    }

    /// <summary>Whether the flags in force are the store's present ones.</summary>
    public FeatureFlagStoreStatus Status { get; init; }

    /// <summary>Why the flags in force may be old.</summary>
    /// <value>A sentence; null while all is well.</value>
    public string? Cause { get; init; }

    /// <summary>When the flags in force were last known to be the store's present ones.</summary>
    /// <value>Null where they never were.</value>
    public DateTimeOffset? LastConfirmed { get; init; }

    /// <summary>How long that is ago.</summary>
    /// <value>Null where they never were.</value>
    public TimeSpan? Age { get; init; }

    /// <summary>Keys of flags that cannot be read, with the reason: their last good definitions are in force.</summary>
    public IReadOnlyDictionary<string, string> UnreadableFlags { get; init => field = ValueMap<string>.Of(value); } = ValueMap<string>.Empty;
}
