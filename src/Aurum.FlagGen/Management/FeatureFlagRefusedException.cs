namespace Aurum.FlagGen;

/// <summary>A change was refused because something else relies on the flag as it is; the message names it and says what to do first.</summary>
public sealed class FeatureFlagRefusedException : FeatureFlagException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was refused, why, and what to do first.</param>
    /// <param name="innerException">The cause; default: none.</param>
    public FeatureFlagRefusedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
