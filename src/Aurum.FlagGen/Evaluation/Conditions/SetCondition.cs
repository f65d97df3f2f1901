namespace Aurum.FlagGen.Evaluation;

/// <summary>eq and in without a value type.</summary>
internal sealed class SetCondition(ConditionSource source, ScalarSet values) : Condition(source)
{
    private readonly ScalarSet _values = values;

    public override bool Holds(ref readonly EvaluationScope scope) => HoldsOther(in scope);

    protected override bool TestElement(AttributeValue value) => _values.Contains(value);
}
