namespace Aurum.FlagGen.Testing;

/// <summary>A store broke its contract; the message says which promise, and what it did instead.</summary>
public sealed class FlagStoreContractException : FeatureFlagException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which promise was broken, and how.</param>
    /// <param name="innerException">What the store threw; default: nothing.</param>
    public FlagStoreContractException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
