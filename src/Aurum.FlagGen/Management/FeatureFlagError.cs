namespace Aurum.FlagGen;

/// <summary>A fault in a definition that was to be written.</summary>
public sealed record FeatureFlagError
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">The rule that it breaks, such as <c>AFG1012</c>: the same rule, with the same words, as at build time.</param>
    /// <param name="pointer">The JSON pointer (RFC 6901) of the member at fault within the flag's JSON; empty for the flag as a whole.</param>
    /// <param name="message">What is wrong and what to do, as a sentence.</param>
    public FeatureFlagError(string code, string pointer, string message)
    {
        Code = code;
        Pointer = pointer;
        Message = message;
    }

    /// <summary>The rule that it breaks, such as <c>AFG1012</c>: the same rule, with the same words, as at build time.</summary>
    public string Code { get; init; }

    /// <summary>The JSON pointer (RFC 6901) of the member at fault within the flag's JSON; empty for the flag as a whole.</summary>
    public string Pointer { get; init; }

    /// <summary>What is wrong and what to do, as a sentence.</summary>
    public string Message { get; init; }
}
