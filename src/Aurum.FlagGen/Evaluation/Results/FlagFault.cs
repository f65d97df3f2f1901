using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>Something in the definitions that cannot work. Evaluating goes on without it.</summary>
/// <param name="FlagKey">The flag, or null where what is declared beside the flags is at fault: a segment, a layer, the context.</param>
/// <param name="RuleName">The rule, which never matches; null where the flag as a whole, its test or a declaration is at fault.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record FlagFault(
    [property: JsonPropertyName("flag_key")] string? FlagKey,
    [property: JsonPropertyName("rule_name")] string? RuleName,
    [property: JsonPropertyName("message")] string Message);
