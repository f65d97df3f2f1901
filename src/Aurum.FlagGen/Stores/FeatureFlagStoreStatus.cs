namespace Aurum.FlagGen;

/// <summary>Whether the flags that a store gave are its present ones.</summary>
public enum FeatureFlagStoreStatus
{
    /// <summary>They are.</summary>
    Healthy,

    /// <summary>They are good and may be old: the store is away, confirmed nothing for too long or has lost data, or single flags cannot be read.</summary>
    Degraded,

    /// <summary>The store has never given any: the manifests alone decide.</summary>
    Unhealthy,
}
