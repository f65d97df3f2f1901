using Aurum.FlagGen.Analyzers.Usage;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>Tells checks whose answer is known where they stand, because the same check decided that the code is reached.</summary>
internal sealed class KnownChecks(FlagReads reads)
{
    /// <summary>What a check gives where it stands, or null where that is open.</summary>
    /// <remarks>In a loop, a function of its own or after waiting, a check may be there to ask anew.</remarks>
    public bool? Find(FlagRead read)
    {
        if (!read.IsCheck)
        {
            return null;
        }

        IOperation child = read.Call;
        for (IOperation? parent = child.Parent; parent is not (null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (FindCondition(parent, child, out bool holds) is { } condition
                && FindFact(condition, holds, read) is { } fact
                && !Interruptions.Change(parent, fact.Check, read)
                && !Interruptions.Wait(parent, fact.Check, read))
            {
                return fact.Value;
            }

            child = parent;
        }

        return null;
    }

    /// <summary>What was decided before a part of an operation is reached, or null.</summary>
    private static IOperation? FindCondition(IOperation operation, IOperation part, out bool holds)
    {
        holds = operation switch
        {
            IConditionalOperation conditional => part == conditional.WhenTrue,
            IBinaryOperation binary => binary.OperatorKind == BinaryOperatorKind.ConditionalAnd,
            _ => false,
        };
        return operation switch
        {
            IConditionalOperation conditional when part != conditional.Condition => conditional.Condition,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary when part == binary.RightOperand => binary.LeftOperand,
            _ => null,
        };
    }

    /// <summary>What a condition that holds, or does not, says of a check.</summary>
    private (bool Value, FlagRead Check)? FindFact(IOperation condition, bool holds, FlagRead read) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => FindFact(not.Operand, !holds, read),
        IBinaryOperation binary when binary.OperatorKind == (holds ? BinaryOperatorKind.ConditionalAnd : BinaryOperatorKind.ConditionalOr) =>
            FindFact(binary.RightOperand, holds, read) ?? FindFact(binary.LeftOperand, holds, read),
        IInvocationOperation call when reads.Find(call) is { IsCheck: true } check && check.IsSame(read) => (holds, check),
        _ => null,
    };
}
