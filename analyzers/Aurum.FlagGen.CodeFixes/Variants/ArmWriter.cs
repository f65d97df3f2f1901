using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Variants;

/// <summary>Adds arms to a switch expression, before its arm for the rest.</summary>
internal sealed class ArmWriter(IReadOnlyList<string> names, string exception)
{
    public SwitchExpressionSyntax Write(SwitchExpressionSyntax choice)
    {
        int index = choice.Arms.IndexOf(static arm => arm is { Pattern: DiscardPatternSyntax, WhenClause: null });
        index = index < 0 ? choice.Arms.Count : index;
        List<SyntaxNodeOrToken> list = [.. choice.Arms.GetWithSeparators()];
        SwitchLayout layout = SwitchLayout.Of(choice.OpenBraceToken, choice.Arms.FirstOrDefault());
        bool isLast = index == choice.Arms.Count;
        bool endsWithComma = choice.Arms.SeparatorCount == choice.Arms.Count;
        if (isLast && list.Count > 0 && !endsWithComma)
        {
            // The comma goes before what follows the last arm on its line.
            SyntaxNode last = choice.Arms[choice.Arms.Count - 1];
            list[list.Count - 1] = last.WithoutTrailingTrivia();
            list.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(layout.IsOnLines ? last.GetTrailingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        }

        List<SyntaxNodeOrToken> added = [];
        foreach (string name in names)
        {
            SwitchExpressionArmSyntax arm = SyntaxFactory.SwitchExpressionArm(
                SyntaxFactory.ConstantPattern(SyntaxFactory.ParseExpression(name)).WithTrailingTrivia(SyntaxFactory.Space),
                whenClause: null,
                SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.ParseExpression($"throw new {exception}()"));
            bool hasComma = !isLast || endsWithComma || name != names[names.Count - 1];
            added.Add(arm.WithLeadingTrivia(layout.Indent).WithTrailingTrivia(hasComma ? default : layout.LineEnd));
            if (hasComma)
            {
                added.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(layout.LineEnd));
            }
        }

        list.InsertRange(isLast ? list.Count : index * 2, added);
        return choice.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(list));
    }
}
