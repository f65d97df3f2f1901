using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>gt, gte, lt and lte with a value type, which a number implies.</summary>
internal sealed class TypedOrderCondition<TValue, TOperand, TReader>(ConditionSource source, TOperand operand, AcceptedOrder accepted) : Condition(source)
    where TReader : struct, IValueReader<TValue, TOperand>
{
    private readonly TOperand _operand = operand;
    private readonly AcceptedOrder _accepted = accepted;

    /// <summary>What can be read is no list, and by far the most frequent.</summary>
    protected override bool Test(AttributeValue value) => TReader.TryRead(value, out TValue read)
        ? _accepted.Includes(TReader.Compare(read, _operand))
        : value.Kind == AttributeKind.List && base.Test(value);

    protected override bool TestElement(AttributeValue value) =>
        TReader.TryRead(value, out TValue read) && _accepted.Includes(TReader.Compare(read, _operand));
}
