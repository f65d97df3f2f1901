namespace Aurum.FlagGen;

/// <summary>Whether flags are the store's present ones.</summary>
public enum RedisStoreStatus
{
    /// <summary>They are.</summary>
    Healthy,

    /// <summary>They are good, and may be old: the store is away or has lost data, or single flags cannot be read.</summary>
    Degraded,

    /// <summary>The store has never given any and no file has either: the manifests alone decide.</summary>
    Unhealthy,
}
