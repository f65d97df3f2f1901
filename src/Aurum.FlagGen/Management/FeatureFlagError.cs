namespace Aurum.FlagGen;

/// <summary>A fault in a definition that was to be written.</summary>
/// <param name="Code">The rule that it breaks, such as <c>AFG1012</c>: the same rule, with the same words, as at build time.</param>
/// <param name="Pointer">The JSON pointer (RFC 6901) of the member at fault within the flag's JSON; empty for the flag as a whole.</param>
/// <param name="Message">What is wrong and what to do, as a sentence.</param>
public sealed record FeatureFlagError(string Code, string Pointer, string Message);
