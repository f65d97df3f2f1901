using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Mutation;

/// <summary>What a node may be changed into: comparisons, conditions, arithmetic, constants and patterns, which are what decisions are made of. Texts of messages are let be.</summary>
internal static class Mutations
{
    private static readonly Dictionary<SyntaxKind, (SyntaxKind Expression, SyntaxKind Token)[]> Binary = new()
    {
        [SyntaxKind.EqualsExpression] = [(SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken)],
        [SyntaxKind.NotEqualsExpression] = [(SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken)],
        [SyntaxKind.LessThanExpression] = [(SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken), (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken)],
        [SyntaxKind.LessThanOrEqualExpression] = [(SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken), (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken)],
        [SyntaxKind.GreaterThanExpression] = [(SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken), (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken)],
        [SyntaxKind.GreaterThanOrEqualExpression] = [(SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken), (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken)],
        [SyntaxKind.LogicalAndExpression] = [(SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken)],
        [SyntaxKind.LogicalOrExpression] = [(SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken)],
        [SyntaxKind.AddExpression] = [(SyntaxKind.SubtractExpression, SyntaxKind.MinusToken)],
        [SyntaxKind.SubtractExpression] = [(SyntaxKind.AddExpression, SyntaxKind.PlusToken)],
        [SyntaxKind.MultiplyExpression] = [(SyntaxKind.DivideExpression, SyntaxKind.SlashToken)],
        [SyntaxKind.DivideExpression] = [(SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken)],
        [SyntaxKind.ModuloExpression] = [(SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken)],
        [SyntaxKind.LeftShiftExpression] = [(SyntaxKind.RightShiftExpression, SyntaxKind.GreaterThanGreaterThanToken)],
        [SyntaxKind.RightShiftExpression] = [(SyntaxKind.LeftShiftExpression, SyntaxKind.LessThanLessThanToken)],
        [SyntaxKind.BitwiseAndExpression] = [(SyntaxKind.BitwiseOrExpression, SyntaxKind.BarToken)],
        [SyntaxKind.BitwiseOrExpression] = [(SyntaxKind.BitwiseAndExpression, SyntaxKind.AmpersandToken)],
        [SyntaxKind.ExclusiveOrExpression] = [(SyntaxKind.BitwiseAndExpression, SyntaxKind.AmpersandToken)],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Relations = new()
    {
        [SyntaxKind.LessThanToken] = [SyntaxKind.LessThanEqualsToken, SyntaxKind.GreaterThanEqualsToken],
        [SyntaxKind.LessThanEqualsToken] = [SyntaxKind.LessThanToken, SyntaxKind.GreaterThanToken],
        [SyntaxKind.GreaterThanToken] = [SyntaxKind.GreaterThanEqualsToken, SyntaxKind.LessThanEqualsToken],
        [SyntaxKind.GreaterThanEqualsToken] = [SyntaxKind.GreaterThanToken, SyntaxKind.LessThanToken],
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["Ordinal"] = "OrdinalIgnoreCase",
        ["OrdinalIgnoreCase"] = "Ordinal",
        ["IndexOf"] = "LastIndexOf",
        ["LastIndexOf"] = "IndexOf",
        ["Floor"] = "Ceiling",
        ["Ceiling"] = "Floor",
    };

    public static IEnumerable<SyntaxNode> Of(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression) => [binary.Right],
        BinaryExpressionSyntax binary => OfBinary(binary),
        PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.LogicalNotExpression) => [unary.Operand],
        LiteralExpressionSyntax literal => OfLiteral(literal),
        RelationalPatternSyntax pattern => Relations[pattern.OperatorToken.Kind()].Select(kind => pattern.WithOperatorToken(Token(kind, pattern.OperatorToken))),
        UnaryPatternSyntax pattern => [pattern.Pattern],
        BinaryPatternSyntax pattern => [Swap(pattern)],
        IdentifierNameSyntax name when name.Parent is MemberAccessExpressionSyntax access && access.Name == name && Names.TryGetValue(name.Identifier.Text, out string? other) =>
            [name.WithIdentifier(SyntaxFactory.Identifier(name.Identifier.LeadingTrivia, other, name.Identifier.TrailingTrivia))],
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or IsPatternExpressionSyntax when IsCondition(node) => [Not((ExpressionSyntax)node)],
        ExpressionStatementSyntax statement => OfStatement(statement),
        ContinueStatementSyntax or BreakStatementSyntax { Parent: not SwitchSectionSyntax } => [SyntaxFactory.EmptyStatement().WithTriviaFrom(node)],
        _ => [],
    };

    private static IEnumerable<SyntaxNode> OfBinary(BinaryExpressionSyntax binary) => Binary.TryGetValue(binary.Kind(), out (SyntaxKind Expression, SyntaxKind Token)[]? others)
        ? others.Select(other => SyntaxFactory.BinaryExpression(other.Expression, binary.Left, Token(other.Token, binary.OperatorToken), binary.Right))
        : [];

    private static IEnumerable<SyntaxNode> OfLiteral(LiteralExpressionSyntax literal)
    {
        switch (literal.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                yield return SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal);
                break;
            case SyntaxKind.FalseLiteralExpression:
                yield return SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(literal);
                break;
            case SyntaxKind.NumericLiteralExpression:
                // In parentheses, so that the constant keeps its type, and with a minus before it its value.
                yield return SyntaxFactory.ParseExpression($"({literal.Token.Text} + 1)").WithTriviaFrom(literal);
                break;
        }
    }

    private static IEnumerable<SyntaxNode> OfStatement(ExpressionStatementSyntax statement)
    {
        yield return SyntaxFactory.EmptyStatement().WithTriviaFrom(statement);
        if (statement.Expression is AssignmentExpressionSyntax assignment && assignment.Kind() is SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression)
        {
            bool adds = statement.Expression.IsKind(SyntaxKind.AddAssignmentExpression);
            AssignmentExpressionSyntax same = (AssignmentExpressionSyntax)statement.Expression;
            yield return statement.WithExpression(SyntaxFactory.AssignmentExpression(
                adds ? SyntaxKind.SubtractAssignmentExpression : SyntaxKind.AddAssignmentExpression,
                same.Left,
                Token(adds ? SyntaxKind.MinusEqualsToken : SyntaxKind.PlusEqualsToken, same.OperatorToken),
                same.Right));
        }
    }

    private static BinaryPatternSyntax Swap(BinaryPatternSyntax pattern) => pattern.IsKind(SyntaxKind.AndPattern)
        ? SyntaxFactory.BinaryPattern(SyntaxKind.OrPattern, pattern.Left, Token(SyntaxKind.OrKeyword, pattern.OperatorToken), pattern.Right)
        : SyntaxFactory.BinaryPattern(SyntaxKind.AndPattern, pattern.Left, Token(SyntaxKind.AndKeyword, pattern.OperatorToken), pattern.Right);

    private static PrefixUnaryExpressionSyntax Not(ExpressionSyntax expression) =>
        SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia())).WithTriviaFrom(expression);

    /// <summary>Whether a truth value stands there that decides something.</summary>
    private static bool IsCondition(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax parent => parent.Condition == node,
        WhileStatementSyntax parent => parent.Condition == node,
        ConditionalExpressionSyntax parent => parent.Condition == node,
        WhenClauseSyntax => true,
        BinaryExpressionSyntax parent => parent.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
        _ => false,
    };

    private static SyntaxToken Token(SyntaxKind kind, SyntaxToken former) => SyntaxFactory.Token(former.LeadingTrivia, kind, former.TrailingTrivia);
}
