namespace Aurum.FlagGen.Redis;

/// <summary>Whose flags are the true ones after a loss.</summary>
public enum RedisRestoreSource
{
    /// <summary>Those that this process has in force: they are written to the store again. Flags that only the store has are deleted.</summary>
    Process,

    /// <summary>Those that the store has now: every process takes them over.</summary>
    Store,
}
