using System.Runtime.CompilerServices;
using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A condition, compiled by its shape: what it compares with was read, parsed and arranged ahead of time. Testing it is one virtual call, which nothing of it is written into the caller for: the loop over rules then keeps its variables in registers.</summary>
internal abstract class Condition(ConditionSource source)
{
    public FeatureFlagCondition Definition { get; } = source.Definition;

    protected AttributeReader Attribute { get; } = source.Attribute;

    /// <summary>neq, nin and <c>negate</c> turn the comparison's result round; two of them leave it.</summary>
    protected bool IsInverted { get; } = source.IsInverted;

    public abstract bool Holds(ref readonly EvaluationScope scope);

    /// <summary>The attribute's value, for explanations.</summary>
    public AttributeValue Read(ref readonly EvaluationScope scope) => Attribute.Read(in scope);

    /// <summary>Compares a single value.</summary>
    protected abstract bool TestElement(AttributeValue value);

    /// <summary>Compares the elements of a list, until one fits.</summary>
    protected virtual bool TestList(AttributeList list)
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

    /// <summary>Whether the condition holds, for attributes of any kind in contexts of any kind. What is not understood is not missing: on it no condition holds, however it is turned round.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected bool HoldsOther(ref readonly EvaluationScope scope)
    {
        AttributeValue value = Attribute.Read(in scope);
        if (value.Misfit is { } misfit)
        {
            Attribute.Report(misfit);
            return false;
        }

        bool holds = value.Kind == AttributeKind.List ? TestList(value.AsList()) : TestElement(value);
        return holds != IsInverted;
    }
}
