namespace Aurum.FlagGen;

/// <summary>The base of all exceptions of the library; evaluating a flag throws none.</summary>
public abstract class FeatureFlagException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was asked for, why it was not done, and what to do.</param>
    /// <param name="innerException">The cause; default: none.</param>
    protected FeatureFlagException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
