namespace Aurum.FlagGen.Manifest.Model;

/// <summary>What is known of a condition operator.</summary>
internal sealed class ConditionOperatorInfo(ConditionOperator op, string name, ConditionOperatorKind kind, bool isComplement = false)
{
    public ConditionOperator Operator { get; } = op;

    /// <summary>The word in the JSON.</summary>
    public string Name { get; } = name;

    public ConditionOperatorKind Kind { get; } = kind;

    /// <summary>Whether it is the exact opposite of another (neq of eq, nin of in), so that a missing attribute matches.</summary>
    public bool IsComplement { get; } = isComplement;

    /// <summary>Whether its value must be a list.</summary>
    public bool RequiresList => Kind == ConditionOperatorKind.Membership;

    /// <summary>Whether its value may be a list, of which any element suffices.</summary>
    public bool AllowsList => Kind is ConditionOperatorKind.Membership or ConditionOperatorKind.Containment or ConditionOperatorKind.Text or ConditionOperatorKind.Pattern;

    public bool AllowsIgnoreCase => Kind != ConditionOperatorKind.Order;

    /// <summary>Whether it compares by a value type; the string operators look at text alone.</summary>
    public bool AllowsValueType => Kind is ConditionOperatorKind.Equality or ConditionOperatorKind.Membership or ConditionOperatorKind.Order;

    /// <summary>Whether an attribute declared with that type can ever match.</summary>
    public bool Fits(AttributeType type) => Kind switch
    {
        ConditionOperatorKind.Order => type != AttributeType.Boolean,
        ConditionOperatorKind.Containment or ConditionOperatorKind.Text or ConditionOperatorKind.Pattern => type is AttributeType.String or AttributeType.StringList,
        _ => true,
    };
}
