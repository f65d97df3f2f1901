namespace Aurum.FlagGen;

/// <summary>There is no flag of that key, or no rule of that name in it.</summary>
public sealed class FeatureFlagNotFoundException : FeatureFlagException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was looked for, and where.</param>
    /// <param name="innerException">The cause; default: none.</param>
    public FeatureFlagNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
