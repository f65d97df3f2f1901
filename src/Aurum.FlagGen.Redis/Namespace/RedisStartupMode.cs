namespace Aurum.FlagGen.Redis;

/// <summary>What an application starts with.</summary>
public enum RedisStartupMode
{
    /// <summary>With the store's flags: the start waits for them, for <see cref="RedisStoreOptions.StartupTimeout"/> at most, and then goes on with those that the manifests declare.</summary>
    WaitForStore,

    /// <summary>With the store's flags, or where it does not answer within <see cref="RedisStoreOptions.StartupTimeout"/>, with those of <see cref="RedisStoreOptions.LastKnownGoodFile"/>.</summary>
    LastKnownGood,

    /// <summary>With what the manifests declare, at once; the store's flags come into force when they are there.</summary>
    ManifestDefaults,
}
