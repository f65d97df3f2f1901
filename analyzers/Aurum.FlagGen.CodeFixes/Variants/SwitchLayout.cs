using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.CodeFixes.Variants;

/// <summary>How a switch is laid out, so that what is added looks as the rest.</summary>
/// <param name="IsOnLines">Whether every arm has its line.</param>
/// <param name="Indent">What stands before an arm.</param>
/// <param name="InnerIndent">What stands before an arm's statement.</param>
/// <param name="LineEnd">What stands after an arm.</param>
internal sealed record SwitchLayout(bool IsOnLines, SyntaxTriviaList Indent, SyntaxTriviaList InnerIndent, SyntaxTriviaList LineEnd)
{
    private const string Level = "    ";

    /// <param name="openBrace">Its opening brace.</param>
    /// <param name="first">Its first arm, or null.</param>
    public static SwitchLayout Of(SyntaxToken openBrace, SyntaxNode? first)
    {
        SyntaxTrivia lineEnd = openBrace.TrailingTrivia.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (!lineEnd.IsKind(SyntaxKind.EndOfLineTrivia))
        {
            SyntaxTriviaList space = SyntaxFactory.TriviaList(SyntaxFactory.Space);
            return new SwitchLayout(IsOnLines: false, default, space, space);
        }

        string indent = first is null ? IndentOf(openBrace.LeadingTrivia) + Level : IndentOf(first.GetLeadingTrivia());
        return new SwitchLayout(IsOnLines: true, Whitespace(indent), Whitespace(indent + Level), SyntaxFactory.TriviaList(lineEnd));
    }

    private static string IndentOf(SyntaxTriviaList leading) => leading.Count > 0 && leading[leading.Count - 1] is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";

    private static SyntaxTriviaList Whitespace(string text) => text.Length == 0 ? default : SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(text));
}
