namespace Aurum.FlagGen;

/// <summary>A flag is not what the writer believed it to be: somebody else was faster.</summary>
public sealed class FeatureFlagConflictException : FeatureFlagException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="expectedVersion">The version that the writer had seen; 0 where it meant to create the flag.</param>
    /// <param name="current">The flag as the store has it, or null.</param>
    public FeatureFlagConflictException(string key, long expectedVersion, FeatureFlag? current)
        : base(Describe(key, expectedVersion, current))
    {
        Key = key;
        ExpectedVersion = expectedVersion;
        Current = current;
    }

    /// <summary>The flag's key.</summary>
    public string Key { get; }

    /// <summary>The version that the writer had seen; 0 where it meant to create the flag.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The version that the store has; 0 where it has no such flag.</summary>
    public long ActualVersion => Current?.Version ?? 0;

    /// <summary>The flag as the store has it, or null where it has none.</summary>
    public FeatureFlag? Current { get; }

    private static string Describe(string key, long expectedVersion, FeatureFlag? current)
    {
        if (current is null)
        {
            return $"The flag '{key}' was expected at version {expectedVersion}, but there is no such flag; create it, or leave it deleted.";
        }

        return expectedVersion == 0
            ? $"The flag '{key}' exists already, at version {current.Version}; choose another key, or update the flag."
            : $"The flag '{key}' was expected at version {expectedVersion}, but is at version {current.Version}; read it again and apply the change to what it is now.";
    }
}
