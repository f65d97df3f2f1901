namespace Aurum.FlagGen;

/// <summary>A store could not do what it was asked for; the message names the store, what it was asked for and what to do.</summary>
public class FeatureFlagStoreException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public FeatureFlagStoreException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which store, what it was asked for, and what to do.</param>
    public FeatureFlagStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which store, what it was asked for, and what to do.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public FeatureFlagStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
