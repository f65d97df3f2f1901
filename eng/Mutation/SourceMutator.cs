using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Mutation;

/// <summary>Puts all mutants of a file into it, each behind a question whether it is on. Those for which there is no place to ask get a tree of their own.</summary>
internal sealed class SourceMutator(CSharpSyntaxTree tree, int position, string file, List<Mutant> mutants, IReadOnlySet<string> unswitchable) : CSharpSyntaxRewriter
{
    /// <summary>Patterns have no truth value of their own: what holds them is written twice.</summary>
    private readonly Dictionary<SyntaxNode, List<Mutant>> _byHolder = [];
    private readonly Dictionary<Mutant, SyntaxNode> _replacements = [];
    private readonly Dictionary<string, int> _repetitions = new(StringComparer.Ordinal);

    public CSharpSyntaxTree Mutate()
    {
        SyntaxNode root = tree.GetRoot();
        foreach (SyntaxNode node in root.DescendantNodes(static node => node is not AttributeListSyntax))
        {
            foreach (SyntaxNode replacement in Mutations.Of(node))
            {
                Add(root, node, replacement);
            }
        }

        return (CSharpSyntaxTree)tree.WithRootAndOptions(Visit(root)!, tree.Options);
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        SyntaxNode? visited = base.Visit(node);
        if (node is null || visited is null || !_byHolder.TryGetValue(node, out List<Mutant>? held))
        {
            return visited;
        }

        foreach (Mutant mutant in held)
        {
            SyntaxNode changed = node.ReplaceNode(Find(mutant), _replacements[mutant]);
            visited = visited is StatementSyntax statement
                ? Choose(mutant, (StatementSyntax)changed, statement)
                : Choose(mutant, (ExpressionSyntax)changed, (ExpressionSyntax)visited);
        }

        return visited;
    }

    private void Add(SyntaxNode root, SyntaxNode node, SyntaxNode replacement)
    {
        // Statements are changed by leaving them out: what is left of their place says enough.
        Mutant mutant = new(
            mutants.Count,
            file,
            MemberOf(node),
            node.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
            Text(node),
            replacement is EmptyStatementSyntax ? "nothing" : Text(replacement)) { Tree = position };
        int repetition = _repetitions.GetValueOrDefault(mutant.Name) + 1;
        _repetitions[mutant.Name] = repetition;
        mutant = mutant with { Repetition = repetition };
        SyntaxNode? holder = unswitchable.Contains(Place(mutant, node)) ? null : FindHolder(node);
        if (holder is null)
        {
            mutant = mutant with { OwnTree = (CSharpSyntaxTree)tree.WithRootAndOptions(root.ReplaceNode(node, replacement), tree.Options) };
        }
        else
        {
            _replacements.Add(mutant, replacement);
            _places.Add(mutant, node);
            if (!_byHolder.TryGetValue(holder, out List<Mutant>? held))
            {
                _byHolder.Add(holder, held = []);
            }

            held.Add(mutant);
        }

        Places.Add(Place(mutant, node));
        mutants.Add(mutant);
    }

    /// <summary>What each mutant is known by over several attempts to compile: a file, a place in it, and a replacement.</summary>
    public List<string> Places { get; } = [];

    private readonly Dictionary<Mutant, SyntaxNode> _places = [];

    private SyntaxNode Find(Mutant mutant) => _places[mutant];

    private static string Place(Mutant mutant, SyntaxNode node) => string.Create(CultureInfo.InvariantCulture, $"{mutant.File}@{node.SpanStart}+{node.Span.Length}→{mutant.Replacement}");

    private static string MemberOf(SyntaxNode node) => node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        IndexerDeclarationSyntax => "this",
        OperatorDeclarationSyntax declaration => declaration.OperatorToken.Text,
        EnumMemberDeclarationSyntax member => member.Identifier.Text,
        _ => "",
    };

    private static SyntaxNode? FindHolder(SyntaxNode node)
    {
        if (node.AncestorsAndSelf().Any(static ancestor => IsConstant(ancestor)))
        {
            return null;
        }

        SyntaxNode? holder = node switch
        {
            StatementSyntax => node,
            PatternSyntax => node.Ancestors().FirstOrDefault(static ancestor => ancestor is IsPatternExpressionSyntax or SwitchExpressionSyntax),
            LiteralExpressionSyntax when node.Ancestors().TakeWhile(static ancestor => ancestor is not StatementSyntax).Any(static ancestor => ancestor is PatternSyntax) =>
                node.Ancestors().FirstOrDefault(static ancestor => ancestor is IsPatternExpressionSyntax or SwitchExpressionSyntax),
            IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => access.Parent is InvocationExpressionSyntax call ? call : access,
            ExpressionSyntax => node,
            _ => null,
        };

        // What declares a name cannot stand there twice.
        bool declares = holder?.DescendantNodesAndSelf().Any(static inner => inner is SingleVariableDesignationSyntax) == true;
        return declares ? null : holder;
    }

    private static bool IsConstant(SyntaxNode node) => node switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        EnumMemberDeclarationSyntax or CaseSwitchLabelSyntax or CasePatternSwitchLabelSyntax or AttributeSyntax => true,
        EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
        _ => false,
    };

    private static ParenthesizedExpressionSyntax Choose(Mutant mutant, ExpressionSyntax changed, ExpressionSyntax original) =>
        SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ConditionalExpression(
            IsOn(mutant),
            SyntaxFactory.ParenthesizedExpression(changed.WithoutTrivia()),
            SyntaxFactory.ParenthesizedExpression(original.WithoutTrivia()))).WithTriviaFrom(original);

    private static IfStatementSyntax Choose(Mutant mutant, StatementSyntax changed, StatementSyntax original) =>
        SyntaxFactory.IfStatement(
            IsOn(mutant).WithLeadingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Block(changed),
            SyntaxFactory.ElseClause(SyntaxFactory.Block(original)));

    private static ExpressionSyntax IsOn(Mutant mutant) => SyntaxFactory.ParseExpression(string.Create(CultureInfo.InvariantCulture, $"{MutantSource.Call}({mutant.Id})"));

    private static string Text(SyntaxNode node) => string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
