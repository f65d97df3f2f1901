namespace Aurum.FlagGen;

/// <summary>A store could not do what it was asked for; the message names the store, what it was asked for and what to do.</summary>
public class FeatureFlagStoreException : FeatureFlagException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which store, what it was asked for, and what to do.</param>
    /// <param name="innerException">The cause; default: none.</param>
    public FeatureFlagStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
