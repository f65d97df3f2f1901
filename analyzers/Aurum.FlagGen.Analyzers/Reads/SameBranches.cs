using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Usage;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>Tells choices by a flag that have one branch twice, or as often as there are variants.</summary>
internal static class SameBranches
{
    private const string Match = "Match";

    /// <summary>The whole choice that a read decides: an if statement, a conditional expression or a call of <c>Match</c>. Null where the branches differ.</summary>
    public static SyntaxNode? Find(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == Match && call.Syntax is InvocationExpressionSyntax match)
        {
            return AreSame(call.Arguments) ? match : null;
        }

        if (!FlagReads.IsCheck(call.TargetMethod))
        {
            return null;
        }

        IOperation condition = call;
        while (condition.Parent is { Kind: OperationKind.Unary } parent && ((IUnaryOperation)parent).OperatorKind == UnaryOperatorKind.Not)
        {
            condition = parent;
        }

        return condition.Parent is { Kind: OperationKind.Conditional } choice && choice is IConditionalOperation { WhenFalse: not null } conditional && conditional.Condition == condition
            ? Find(conditional.Syntax)
            : null;
    }

    /// <summary>Whether a call of <c>Match</c> does the same for every variant. The first parameter is the context.</summary>
    private static bool AreSame(ImmutableArray<IArgumentOperation> arguments)
    {
        ExpressionSyntax? first = null;
        int arms = 0;
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Ordinal > 0 && argument.Syntax is ArgumentSyntax { Expression: { } arm })
            {
                arms++;
                first ??= arm;
                if (first != arm && !AreSame(arm, first))
                {
                    return false;
                }
            }
        }

        return arms > 1;
    }

    private static SyntaxNode? Find(SyntaxNode conditional) => conditional switch
    {
        IfStatementSyntax { Else: { } otherwise } choice when AreSame(Unwrap(choice.Statement), Unwrap(otherwise.Statement)) => choice,
        ConditionalExpressionSyntax choice when AreSame(choice.WhenTrue, choice.WhenFalse) => choice,
        _ => null,
    };

    /// <summary>Under other symbols of the preprocessor, the branches may differ.</summary>
    private static bool AreSame(SyntaxNode one, SyntaxNode other) => SyntaxFactory.AreEquivalent(one, other, topLevel: false) && !one.Parent!.ContainsDirectives && !other.Parent!.ContainsDirectives;

    private static StatementSyntax Unwrap(StatementSyntax statement) => statement is BlockSyntax { Statements: { Count: 1 } single } ? single[0] : statement;
}
