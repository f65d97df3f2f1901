using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Reads;

/// <summary>Takes out a check whose answer is known, and what it kept from happening.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ConstantCheckFix : SourceFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ConstantCheck];

    internal override string TitleOf(Diagnostic diagnostic) => "Take out the check";

    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic)
    {
        ExpressionSyntax? check = source.FindNode(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return check is null ? null : Simplify(source, check, FixProperties.Read(diagnostic, FixProperties.Known) == bool.TrueString);
    }

    /// <summary>Goes up as long as the answer decides the expression around it as well.</summary>
    private static SourceEdit? Simplify(SourceToFix source, ExpressionSyntax check, bool value)
    {
        for (; ; )
        {
            switch (check.Parent)
            {
                case ParenthesizedExpressionSyntax inParentheses:
                    check = inParentheses;
                    continue;
                case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                    value = !value;
                    check = not;
                    continue;
                case BinaryExpressionSyntax binary when IsLink(binary) && value == binary.IsKind(SyntaxKind.LogicalAndExpression):
                    return KeepOther(binary, check);
                case BinaryExpressionSyntax binary when IsLink(binary) && binary.Left == check:
                    check = binary;
                    continue;
                case ConditionalExpressionSyntax choice when choice.Condition == check && HasSameType(source, choice, value):
                    return new SourceEdit(choice, node => Branches.InPlaceOfWider(value ? ((ConditionalExpressionSyntax)node).WhenTrue : ((ConditionalExpressionSyntax)node).WhenFalse));
                case IfStatementSyntax choice when choice.Condition == check:
                    return Choose(choice, value);
                default:
                    return new SourceEdit(check, _ => SyntaxFactory.LiteralExpression(value ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression));
            }
        }
    }

    private static bool IsLink(BinaryExpressionSyntax binary) => binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression);

    private static SourceEdit KeepOther(BinaryExpressionSyntax binary, ExpressionSyntax check)
    {
        bool isLeft = binary.Left == check;
        return new SourceEdit(binary, node => isLeft ? ((BinaryExpressionSyntax)node).Right : ((BinaryExpressionSyntax)node).Left);
    }

    /// <summary>The branch alone might be of another type than the whole.</summary>
    private static bool HasSameType(SourceToFix source, ConditionalExpressionSyntax choice, bool value) => SymbolEqualityComparer.IncludeNullability.Equals(
        source.Model.GetTypeInfo(choice, source.Token).Type, source.Model.GetTypeInfo(value ? choice.WhenTrue : choice.WhenFalse, source.Token).Type);

    private static SourceEdit? Choose(IfStatementSyntax choice, bool value)
    {
        StatementSyntax? branch = value ? choice.Statement : choice.Else?.Statement;
        if (choice.ContainsDirectives || branch is not null && Branches.CutsOff(branch, choice))
        {
            return null;
        }

        bool dissolves = branch is not null && Branches.CanDissolve(branch, choice);
        return new SourceEdit(choice, node => Branches.Put(value ? ((IfStatementSyntax)node).Statement : ((IfStatementSyntax)node).Else?.Statement, choice, dissolves));
    }
}
