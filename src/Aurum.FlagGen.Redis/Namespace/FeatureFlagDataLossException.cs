namespace Aurum.FlagGen;

/// <summary>The store does not hold what this process has seen there: it has lost flags, or somebody has begun anew. The message names what is missing.</summary>
/// <remarks>
/// The flags in force stay in force. Nothing is written to the store until <see cref="RedisFeatureFlagStore.RestoreAsync"/> says which state is true.
/// </remarks>
public sealed class FeatureFlagDataLossException : FeatureFlagStoreException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public FeatureFlagDataLossException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is lost, and what to do.</param>
    public FeatureFlagDataLossException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is lost, and what to do.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public FeatureFlagDataLossException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
