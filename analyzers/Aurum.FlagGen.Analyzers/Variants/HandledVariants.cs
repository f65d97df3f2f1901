using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Variants;

/// <summary>The variants with which a switch is never reached, because a condition before it or around it has dealt with them.</summary>
internal static class HandledVariants
{
    /// <param name="choice">A switch, as statement or expression.</param>
    /// <param name="value">What it switches over.</param>
    public static VariantSet Find(IOperation choice, IOperation value)
    {
        if (VariableOf(value) is not { } variable)
        {
            return VariantSet.None;
        }

        VariantSet handled = VariantSet.None;
        IOperation child = choice;
        for (IOperation? parent = choice.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            handled = parent switch
            {
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != child).Aggregate(handled, (set, statement) => set.Or(LeavingBy(statement, variable))),
                IConditionalOperation conditional when child != conditional.Condition => handled.Or(SurelyGives(conditional.Condition, child != conditional.WhenTrue, variable)),
                _ => handled,
            };
            child = parent;
        }

        return handled;
    }

    /// <summary>The values with which a statement does not go on to the next one.</summary>
    private static VariantSet LeavingBy(IOperation statement, ISymbol variable) =>
        statement is IConditionalOperation conditional && IsJump(conditional.WhenTrue) ? SurelyGives(conditional.Condition, true, variable) : VariantSet.None;

    private static bool IsJump(IOperation statement) => statement switch
    {
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && IsJump(last),
        IReturnOperation or IThrowOperation or IBranchOperation => true,
        _ => false,
    };

    /// <summary>The values with which a condition gives an answer whatever else it asks.</summary>
    private static VariantSet SurelyGives(IOperation condition, bool answer, ISymbol variable) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => SurelyGives(not.Operand, !answer, variable),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.ConditionalAnd } both =>
            answer == (both.OperatorKind == BinaryOperatorKind.ConditionalOr)
                ? SurelyGives(both.LeftOperand, answer, variable).Or(SurelyGives(both.RightOperand, answer, variable))
                : SurelyGives(both.LeftOperand, answer, variable).And(SurelyGives(both.RightOperand, answer, variable)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when Compared(comparison, variable) is { } other =>
            answer == (comparison.OperatorKind == BinaryOperatorKind.Equals) ? VariantSet.Of(other) : VariantSet.Of(other).Not(),
        IIsPatternOperation test when SymbolEqualityComparer.Default.Equals(VariableOf(test.Value), variable) =>
            answer ? VariantSet.MatchedBy(test.Pattern) : VariantSet.MatchedBy(test.Pattern).Not(),
        _ => VariantSet.None,
    };

    /// <summary>The constant with which a comparison compares the variable, or null.</summary>
    private static IOperation? Compared(IBinaryOperation comparison, ISymbol variable)
    {
        IOperation? other = SymbolEqualityComparer.Default.Equals(VariableOf(comparison.LeftOperand), variable) ? comparison.RightOperand
            : SymbolEqualityComparer.Default.Equals(VariableOf(comparison.RightOperand), variable) ? comparison.LeftOperand
            : null;
        return other is { ConstantValue.HasValue: true } ? other : null;
    }

    private static ISymbol? VariableOf(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => VariableOf(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };
}
