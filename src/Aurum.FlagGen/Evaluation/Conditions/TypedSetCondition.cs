namespace Aurum.FlagGen.Evaluation;

/// <summary>eq and in with a value type. Null is compared before the type.</summary>
internal sealed class TypedSetCondition<TValue, TOperand, TReader>(ConditionSource source, TOperand[] operands, bool includesNull) : Condition(source)
    where TReader : struct, IValueReader<TValue, TOperand>
{
    private readonly TOperand[] _operands = operands;
    private readonly bool _includesNull = includesNull;

    public override bool Holds(ref readonly EvaluationScope scope) => HoldsOther(in scope);

    protected override bool TestElement(AttributeValue value)
    {
        if (value.IsMissing)
        {
            return _includesNull;
        }

        if (!TReader.TryRead(value, out TValue read))
        {
            return false;
        }

        foreach (TOperand operand in _operands)
        {
            if (TReader.Compare(read, operand) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
