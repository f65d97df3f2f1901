using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>eq and in by number: a number, or a text that is one. Null is compared before the type.</summary>
internal sealed class NumberSetCondition(ConditionSource source, NumberSet numbers, bool includesNull) : Condition(source)
{
    private readonly NumberSet _numbers = numbers;
    private readonly bool _includesNull = includesNull;

    public override bool Holds(ref readonly EvaluationScope scope) => HoldsOther(in scope);

    protected override bool TestElement(AttributeValue value) =>
        value.IsMissing ? _includesNull : value.Text is { } text ? _numbers.Contains(text) : _numbers.Contains(value);
}
