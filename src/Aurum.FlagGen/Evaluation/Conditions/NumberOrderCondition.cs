using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Evaluation;

/// <summary>gt, gte, lt and lte by number: what the operator accepts is a range.</summary>
internal sealed class NumberOrderCondition(ConditionSource source, double operand, AcceptedOrder accepted)
    : TypedOrderCondition<double, double, NumberReader>(source, operand, accepted)
{
    private readonly double _from = accepted.Less ? double.MinValue : accepted.Equal ? operand : double.BitIncrement(operand);
    private readonly double _to = accepted.Greater ? double.MaxValue : accepted.Equal ? operand : double.BitDecrement(operand);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override bool Holds(ref readonly EvaluationScope scope) => Attribute.TryReadInteger(in scope, out long? integer)
        ? (integer is { } number && number >= _from && number <= _to) != IsInverted
        : HoldsOther(in scope);
}
