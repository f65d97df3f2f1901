namespace Aurum.FlagGen.Redis;

/// <summary>The store does not hold what this process has seen there: it has lost flags, or somebody has begun anew. The message names what is missing.</summary>
/// <remarks>
/// The flags in force stay in force. Nothing is written to the store until <see cref="RedisFeatureFlagStore.RestoreAsync"/> says which state is true.
/// </remarks>
public sealed class FeatureFlagDataLossException : FeatureFlagStoreException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is lost, and what to do.</param>
    /// <param name="innerException">The cause; default: none.</param>
    public FeatureFlagDataLossException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
