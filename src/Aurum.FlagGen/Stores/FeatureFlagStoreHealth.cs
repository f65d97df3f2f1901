using System.Collections.ObjectModel;

namespace Aurum.FlagGen;

/// <summary>How a store is.</summary>
/// <param name="Status">Whether the flags in force are the store's present ones.</param>
public sealed record FeatureFlagStoreHealth(FeatureFlagStoreStatus Status)
{
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
    public IReadOnlyDictionary<string, string> UnreadableFlags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
