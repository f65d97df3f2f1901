namespace Aurum.FlagGen;

/// <summary>There is no flag of that key, or no rule of that name in it.</summary>
public sealed class FeatureFlagNotFoundException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public FeatureFlagNotFoundException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was looked for, and where.</param>
    public FeatureFlagNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was looked for, and where.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public FeatureFlagNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
