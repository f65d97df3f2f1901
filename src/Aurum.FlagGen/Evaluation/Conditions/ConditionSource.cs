using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What every compiled condition is made of.</summary>
internal readonly record struct ConditionSource(
    FeatureFlagCondition Definition, ConditionOperatorInfo Operator, ConditionValueType? ValueType, AttributeReader Attribute)
{
    public bool IsInverted => Operator.IsComplement != Definition.Negate;

    public StringComparison Comparison => Definition.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public StringComparer Comparer => Definition.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
