namespace Aurum.FlagGen.Testing;

/// <summary>A store broke its contract; the message says which promise, and what it did instead.</summary>
public sealed class FlagStoreContractException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public FlagStoreContractException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which promise was broken, and how.</param>
    public FlagStoreContractException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which promise was broken, and how.</param>
    /// <param name="innerException">What the store threw.</param>
    public FlagStoreContractException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
