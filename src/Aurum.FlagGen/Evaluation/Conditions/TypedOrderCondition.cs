namespace Aurum.FlagGen.Evaluation;

/// <summary>gt, gte, lt and lte with a value type, which a number implies.</summary>
internal class TypedOrderCondition<TValue, TOperand, TReader>(ConditionSource source, TOperand operand, AcceptedOrder accepted) : Condition(source)
    where TReader : struct, IValueReader<TValue, TOperand>
{
    private readonly TOperand _operand = operand;
    private readonly AcceptedOrder _accepted = accepted;

    public override bool Holds(ref readonly EvaluationScope scope) => HoldsOther(in scope);

    protected sealed override bool TestElement(AttributeValue value) =>
        TReader.TryRead(value, out TValue read) && _accepted.Includes(TReader.Compare(read, _operand));
}
