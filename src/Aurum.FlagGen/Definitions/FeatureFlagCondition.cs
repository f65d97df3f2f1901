namespace Aurum.FlagGen;

/// <summary>One condition of a rule or of a segment: an attribute of the context compared with a value.</summary>
public sealed record FeatureFlagCondition
{
    /// <summary>Makes a condition.</summary>
    /// <param name="attribute">The attribute's dotted path, such as <c>user.role</c>.</param>
    /// <param name="operator"><c>eq</c>, <c>neq</c>, <c>gt</c>, <c>gte</c>, <c>lt</c>, <c>lte</c>, <c>in</c>, <c>nin</c>, <c>contains</c>, <c>startswith</c>, <c>endswith</c> or <c>regex</c>.</param>
    /// <param name="value">What the attribute is compared with; a list for <c>in</c> and <c>nin</c>, and where any of several texts suffices.</param>
    public FeatureFlagCondition(string attribute, string @operator, FlagValue value)
    {
        Attribute = attribute;
        Operator = @operator;
        Value = value;
    }

    /// <summary>The attribute's dotted path, such as <c>user.role</c>.</summary>
    public string Attribute { get; init; }

    /// <summary><c>eq</c>, <c>neq</c>, <c>gt</c>, <c>gte</c>, <c>lt</c>, <c>lte</c>, <c>in</c>, <c>nin</c>, <c>contains</c>, <c>startswith</c>, <c>endswith</c> or <c>regex</c>.</summary>
    public string Operator { get; init; }

    /// <summary>What the attribute is compared with; a list for <c>in</c> and <c>nin</c>, and where any of several texts suffices.</summary>
    public FlagValue Value { get; init; }

    /// <summary>As what both sides are compared: <c>string</c>, <c>number</c>, <c>datetime</c>, <c>semver</c> or <c>version</c>.</summary>
    /// <value>Default: null, which compares numbers as numbers and texts ordinally.</value>
    public string? ValueType { get; init; }

    /// <summary>Whether texts are compared without regard to case (ordinal).</summary>
    /// <value>Default: false.</value>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether the condition holds when the comparison does not.</summary>
    /// <value>Default: false.</value>
    public bool Negate { get; init; }

    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
