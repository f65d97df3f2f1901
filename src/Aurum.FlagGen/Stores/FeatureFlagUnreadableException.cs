namespace Aurum.FlagGen;

/// <summary>A store has a flag whose definition it cannot read. Writing the flag whole at <see cref="Version"/>, or deleting it, repairs it.</summary>
public sealed class FeatureFlagUnreadableException : FeatureFlagStoreException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="version">The version under which the flag can be written anew, above 0.</param>
    /// <param name="message">Which flag, why it cannot be read, and what to do.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public FeatureFlagUnreadableException(string key, long version, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Key = key;
        Version = version;
    }

    /// <summary>The flag's key.</summary>
    public string Key { get; }

    /// <summary>The version under which the flag can be written anew or deleted, as long as nobody else has written it.</summary>
    public long Version { get; }
}
