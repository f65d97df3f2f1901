namespace Aurum.FlagGen;

/// <summary>One condition of a rule or of a segment: an attribute of the context compared with a value.</summary>
/// <param name="Attribute">The attribute's dotted path, such as <c>user.role</c>.</param>
/// <param name="Operator"><c>eq</c>, <c>neq</c>, <c>gt</c>, <c>gte</c>, <c>lt</c>, <c>lte</c>, <c>in</c>, <c>nin</c>, <c>contains</c>, <c>startswith</c>, <c>endswith</c> or <c>regex</c>.</param>
/// <param name="Value">What the attribute is compared with; a list for <c>in</c> and <c>nin</c>, and where any of several texts suffices.</param>
public sealed record FeatureFlagCondition(string Attribute, string Operator, FlagValue Value)
{
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
