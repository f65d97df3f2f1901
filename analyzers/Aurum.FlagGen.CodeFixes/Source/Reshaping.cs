using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Aurum.FlagGen.CodeFixes.Source;

/// <summary>
/// Lets the change of one node leave none, or several, in its place. Changes mark what they mean, and it is done when all of them are made: until then, each node
/// stands for itself, and changes within one another cannot lose each other.
/// </summary>
internal static class Reshaping
{
    private static readonly SyntaxAnnotation Gone = new(nameof(Gone));
    private static readonly SyntaxAnnotation Dissolved = new(nameof(Dissolved));

    /// <summary>A node that is to be taken out, with what belongs to it alone.</summary>
    public static T TakeOut<T>(T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Gone);

    /// <summary>A block whose statements are to stand in its place.</summary>
    public static StatementSyntax Dissolve(StatementSyntax statement) => statement is BlockSyntax block ? block.WithAdditionalAnnotations(Dissolved) : statement.WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>Does what is marked.</summary>
    public static CompilationUnitSyntax Settle(CompilationUnitSyntax root)
    {
        SyntaxNode[] holders = [.. root.GetAnnotatedNodes(Dissolved).Select(static node => node.Parent!).Where(static parent => parent is BlockSyntax or SwitchSectionSyntax).Distinct()];
        root = root.ReplaceNodes(holders, static (_, holder) => holder switch
        {
            BlockSyntax block => block.WithStatements(Flatten(block.Statements)),
            SwitchSectionSyntax section => section.WithStatements(Flatten(section.Statements)),
            _ => holder,
        });
        return root.RemoveNodes(root.GetAnnotatedNodes(Gone).Select(WholeOf), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>A statement of the top level, or after an else, has a node of its own around it.</summary>
    private static SyntaxNode WholeOf(SyntaxNode node) => node.Parent is GlobalStatementSyntax or ElseClauseSyntax ? node.Parent : node;

    private static SyntaxList<StatementSyntax> Flatten(SyntaxList<StatementSyntax> statements) => SyntaxFactory.List(statements.SelectMany(StatementsOf));

    private static IEnumerable<StatementSyntax> StatementsOf(StatementSyntax statement)
    {
        if (!statement.HasAnnotation(Dissolved) || statement is not BlockSyntax block)
        {
            return [statement];
        }

        StatementSyntax[] inner = [.. Flatten(block.Statements).Select(static part => part.WithAdditionalAnnotations(Formatter.Annotation))];
        if (inner.Length > 0)
        {
            // What stood above the whole stays above.
            SyntaxTriviaList above = block.GetLeadingTrivia();
            inner[0] = inner[0].WithLeadingTrivia(above.AddRange(inner[0].GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))));
            inner[inner.Length - 1] = inner[inner.Length - 1].WithTrailingTrivia(block.GetTrailingTrivia());
        }

        return inner;
    }
}
