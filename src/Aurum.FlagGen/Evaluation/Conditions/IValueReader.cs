namespace Aurum.FlagGen.Evaluation;

/// <summary>A value type of conditions: how both sides are read, and how they compare.</summary>
/// <typeparam name="TValue">What an attribute is read as.</typeparam>
/// <typeparam name="TOperand">What a condition's own value is read as.</typeparam>
internal interface IValueReader<TValue, TOperand>
{
    static abstract bool TryRead(AttributeValue attribute, out TValue value);

    static abstract bool TryReadOperand(FlagValue value, out TOperand operand);

    static abstract int Compare(TValue value, TOperand operand);
}
