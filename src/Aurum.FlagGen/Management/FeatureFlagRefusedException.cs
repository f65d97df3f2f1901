namespace Aurum.FlagGen;

/// <summary>A change was refused because something else relies on the flag as it is; the message names it and says what to do first.</summary>
public sealed class FeatureFlagRefusedException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public FeatureFlagRefusedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was refused, why, and what to do first.</param>
    public FeatureFlagRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was refused, why, and what to do first.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public FeatureFlagRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
