namespace Aurum.FlagGen;

/// <summary>How one condition of a rule turned out.</summary>
public sealed record ConditionExplanation
{
    /// <summary>The attribute's dotted path.</summary>
    public required string Attribute { get; init; }

    /// <summary>The operator.</summary>
    public required string Operator { get; init; }

    /// <summary>What the attribute is compared with.</summary>
    public required FlagValue Expected { get; init; }

    /// <summary>As what both sides are compared, or null.</summary>
    public string? ValueType { get; init; }

    /// <summary>Whether case is disregarded.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether the comparison's result is turned round.</summary>
    public bool Negate { get; init; }

    /// <summary>The attribute's value as JSON; <c>null</c> where it is missing.</summary>
    public required string Actual { get; init; }

    /// <summary>Whether the condition holds.</summary>
    public required bool Holds { get; init; }
}
