using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>How one condition of a rule turned out.</summary>
public sealed record ConditionExplanation
{
    /// <summary>The attribute's dotted path.</summary>
    [JsonPropertyName("attribute")]
    public required string Attribute { get; init; }

    /// <summary>The operator.</summary>
    [JsonPropertyName("operator")]
    public required string Operator { get; init; }

    /// <summary>What the attribute is compared with.</summary>
    [JsonPropertyName("expected")]
    public required FlagValue Expected { get; init; }

    /// <summary>As what both sides are compared, or null.</summary>
    [JsonPropertyName("value_type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueType { get; init; }

    /// <summary>Whether case is disregarded.</summary>
    [JsonPropertyName("ignore_case")]
    public bool IgnoreCase { get; init; }

    /// <summary>Whether the comparison's result is turned round.</summary>
    [JsonPropertyName("negate")]
    public bool Negate { get; init; }

    /// <summary>The attribute's value as JSON; <c>null</c> where it is missing; what it is, in words, where it is not understood.</summary>
    [JsonPropertyName("actual")]
    public required string Actual { get; init; }

    /// <summary>Whether the attribute's value is of a kind that conditions understand. Where it is not, no condition on it holds.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    [JsonPropertyName("is_understood")]
    public bool IsUnderstood { get; init; } = true;

    /// <summary>Whether the condition holds.</summary>
    [JsonPropertyName("holds")]
    public required bool Holds { get; init; }
}
