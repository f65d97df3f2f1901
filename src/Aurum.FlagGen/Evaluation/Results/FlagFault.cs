using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>Something in the definitions that cannot work. Evaluating goes on without it.</summary>
public sealed record FlagFault
{
    /// <summary>Makes a fault.</summary>
    /// <param name="flagKey">The flag, or null where what is declared beside the flags is at fault: a segment, a layer, the context.</param>
    /// <param name="ruleName">The rule, which never matches; null where the flag as a whole, its test or a declaration is at fault.</param>
    /// <param name="message">What is wrong, as a sentence.</param>
    public FlagFault(string? flagKey, string? ruleName, string message)
    {
        FlagKey = flagKey;
        RuleName = ruleName;
        Message = message;
    }

    /// <summary>The flag, or null where what is declared beside the flags is at fault: a segment, a layer, the context.</summary>
    [JsonPropertyName("flag_key")]
    public string? FlagKey { get; init; }

    /// <summary>The rule, which never matches; null where the flag as a whole, its test or a declaration is at fault.</summary>
    [JsonPropertyName("rule_name")]
    public string? RuleName { get; init; }

    /// <summary>What is wrong, as a sentence.</summary>
    [JsonPropertyName("message")]
    public string Message { get; init; }
}
