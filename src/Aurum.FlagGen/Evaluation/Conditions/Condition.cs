using System.Runtime.CompilerServices;
using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>A condition, compiled by its shape: what it compares with was read, parsed and arranged ahead of time.</summary>
internal abstract class Condition(ConditionSource source)
{
    private readonly AttributeReader _attribute = source.Attribute;

    /// <summary>neq, nin and <c>negate</c> turn the comparison's result round; two of them leave it.</summary>
    private readonly bool _isInverted = source.IsInverted;

    public FeatureFlagCondition Definition { get; } = source.Definition;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(ref readonly EvaluationScope scope) => Test(_attribute.Read(in scope)) != _isInverted;

    /// <summary>The attribute's value, for explanations.</summary>
    public AttributeValue Read(ref readonly EvaluationScope scope) => _attribute.Read(in scope);

    /// <summary>Compares a single value; of a list, each element until one fits.</summary>
    protected abstract bool TestElement(AttributeValue value);

    protected virtual bool Test(AttributeValue value) =>
        value.Kind == AttributeKind.List ? TestElements(value.AsList()) : TestElement(value);

    private bool TestElements(AttributeList list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (TestElement(list[i]))
            {
                return true;
            }
        }

        return false;
    }
}
