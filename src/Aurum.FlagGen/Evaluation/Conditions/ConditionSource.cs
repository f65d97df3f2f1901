namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>What every compiled condition is made of.</summary>
internal readonly record struct ConditionSource(FeatureFlagCondition Definition, AttributeReader Attribute, bool IsInverted)
{
    public StringComparison Comparison => Definition.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public StringComparer Comparer => Definition.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
