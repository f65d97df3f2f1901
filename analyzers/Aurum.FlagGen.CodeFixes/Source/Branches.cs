using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Aurum.FlagGen.CodeFixes.Source;

/// <summary>Puts one branch of a choice in the place of the choice.</summary>
internal static class Branches
{
    /// <summary>Whether a statement may lose its braces there: it is one of several, and what it declares has a name of its own.</summary>
    /// <param name="branch">The statement.</param>
    /// <param name="choice">The statement in whose place it is put.</param>
    public static bool CanDissolve(StatementSyntax branch, StatementSyntax choice) =>
        choice.Parent is BlockSyntax or SwitchSectionSyntax && !NamesIn(branch).Any(name => IsUsedOutside(name, branch));

    /// <summary>Whether what stands after the choice would never be reached.</summary>
    /// <inheritdoc cref="CanDissolve"/>
    public static bool CutsOff(StatementSyntax branch, StatementSyntax choice)
    {
        SyntaxList<StatementSyntax> siblings = choice.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            _ => default,
        };
        return IsJump(branch is BlockSyntax { Statements: { Count: > 0 } inner } ? inner.Last() : branch) && siblings.LastOrDefault() != choice;
    }

    /// <summary>An expression in the place of a wider one.</summary>
    public static ExpressionSyntax InPlaceOfWider(ExpressionSyntax expression) => expression is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
        ? expression
        : SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>The branch in the choice's place; where there is none, nothing.</summary>
    /// <param name="branch">The branch, or null.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="dissolves">Whether it may lose its braces.</param>
    public static SyntaxNode Put(StatementSyntax? branch, StatementSyntax choice, bool dissolves)
    {
        if (branch is null)
        {
            return choice.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or ElseClauseSyntax ? Reshaping.TakeOut(choice) : SyntaxFactory.Block();
        }

        return dissolves ? Reshaping.Dissolve(branch) : branch;
    }

    private static bool IsJump(StatementSyntax statement) => statement is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax;

    private static IEnumerable<string> NamesIn(StatementSyntax branch) => branch.DescendantNodes().Select(static node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        LabeledStatementSyntax label => label.Identifier.ValueText,
        _ => "",
    }).Where(static name => name.Length > 0);

    private static bool IsUsedOutside(string name, StatementSyntax branch) =>
        branch.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
        || member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && !branch.Span.Contains(token.Span));
}
