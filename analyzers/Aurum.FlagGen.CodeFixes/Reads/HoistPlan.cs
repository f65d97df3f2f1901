using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Aurum.FlagGen.CodeFixes.Reads;

/// <summary>How some reads of a flag become one.</summary>
/// <param name="First">The read whose answer is kept.</param>
/// <param name="Later">The reads that take it.</param>
/// <param name="Name">The local's name.</param>
/// <param name="Type">The local's type; null where the first read is kept in a local already.</param>
/// <param name="Anchor">The statement before which the local is declared.</param>
internal sealed record HoistPlan(InvocationExpressionSyntax First, IReadOnlyList<InvocationExpressionSyntax> Later, string Name, string? Type, StatementSyntax Anchor)
{
    public void Apply(SyntaxEditor editor)
    {
        if (Type is not null)
        {
            editor.InsertBefore(Anchor, Declare());
            Replace(editor, First);
        }

        foreach (InvocationExpressionSyntax read in Later)
        {
            Replace(editor, read);
        }
    }

    private void Replace(SyntaxEditor editor, InvocationExpressionSyntax read) => editor.ReplaceNode(read, SyntaxFactory.IdentifierName(Name).WithTriviaFrom(read));

    private StatementSyntax Declare()
    {
        SyntaxTrivia lineEnd = Anchor.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        SyntaxTriviaList leading = Anchor.GetLeadingTrivia();
        SyntaxTrivia indent = leading.Count > 0 ? leading[leading.Count - 1] : default;
        return SyntaxFactory.ParseStatement($"{Type} {Name} = {First.WithoutTrivia().ToFullString()};")
            .WithLeadingTrivia(indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : default)
            .WithTrailingTrivia(lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) ? lineEnd : SyntaxFactory.LineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
