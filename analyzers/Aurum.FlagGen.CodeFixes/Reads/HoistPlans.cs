using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.CodeFixes.Reads;

/// <summary>Plans which reads of flags become one, where that is certain to mean the same.</summary>
internal static class HoistPlans
{
    public static IEnumerable<HoistPlan> Create(SemanticModel model, CompilationUnitSyntax root, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken token)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        HashSet<SyntaxNode> used = [];
        foreach (IGrouping<(InvocationExpressionSyntax? First, string Flag), InvocationExpressionSyntax> group in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (Key: (FirstOf(root, diagnostic), FlagOf(diagnostic)), Later: CallAt(root, diagnostic.Location)))
            .Where(static pair => pair.Later is not null)
            .GroupBy(static pair => pair.Key, static pair => pair.Later!))
        {
            if (group.Key.First is { } first && used.Add(first) && Plan(model, first, [.. group.Distinct()], group.Key.Flag, taken, token) is { } plan)
            {
                used.UnionWith(plan.Later);
                taken.Add(plan.Name);
                yield return plan;
            }
        }
    }

    private static InvocationExpressionSyntax? FirstOf(CompilationUnitSyntax root, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Count > 0 ? CallAt(root, diagnostic.AdditionalLocations[0]) : null;

    /// <summary>The name of the flag's member, however the code reads it, so that the local is named alike before and after the code takes the member.</summary>
    private static string FlagOf(Diagnostic diagnostic) =>
        FixProperties.Read(diagnostic, FixProperties.Accessor) is { } accessor ? accessor.Substring(accessor.LastIndexOf('.') + 1) : "Flag";

    private static InvocationExpressionSyntax? CallAt(CompilationUnitSyntax root, Location location) =>
        root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();

    private static HoistPlan? Plan(SemanticModel model, InvocationExpressionSyntax first, InvocationExpressionSyntax[] all, string flag, HashSet<string> taken, CancellationToken token)
    {
        if (model.GetOperation(first, token) is not IInvocationOperation { Type: { } type, TargetMethod: { Name: not "Match" } method })
        {
            return null;
        }

        InvocationExpressionSyntax[] later = [.. all.Where(call => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call, token).Symbol, method))];
        if (later.Length == 0 || FindAnchor(first, later) is not { } anchor)
        {
            return null;
        }

        if (FindLocal(first, anchor) is { } kept)
        {
            return new HoistPlan(first, later, kept, null, anchor);
        }

        string name = NameFor(model, first, method, flag, anchor.SpanStart, taken);
        return NamesIn(first).Any(used => IsNeededBefore(used, anchor, first)) ? null : new HoistPlan(first, later, name, type.ToMinimalDisplayString(model, anchor.SpanStart), anchor);
    }

    /// <summary>The statement of a block that has the first read in it, and the others in it or after it; null where another function or the turn of a loop lies between.</summary>
    private static StatementSyntax? FindAnchor(InvocationExpressionSyntax first, InvocationExpressionSyntax[] later)
    {
        for (SyntaxNode? node = first; node is not (null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); node = node.Parent)
        {
            if (node is StatementSyntax { Parent: BlockSyntax block } statement && later.All(call => block.Span.Contains(call.Span)))
            {
                return IsTurn(statement, first) ? null : statement;
            }

            if (IsTurn(node, first))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsTurn(SyntaxNode node, InvocationExpressionSyntax first) => node switch
    {
        CommonForEachStatementSyntax each => !each.Expression.Span.Contains(first.Span),
        ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
        _ => false,
    };

    /// <summary>The local that keeps the first answer already, and is never given another.</summary>
    private static string? FindLocal(InvocationExpressionSyntax first, StatementSyntax anchor)
    {
        if (first.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } variable } || declaration != anchor)
        {
            return null;
        }

        string name = variable.Identifier.ValueText;
        return anchor.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && IsSet(use)) ? null : name;
    }

    private static bool IsSet(IdentifierNameSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        _ => false,
    };

    private static IEnumerable<string> NamesIn(InvocationExpressionSyntax call) => call.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(static name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
        .Select(static name => name.Identifier.ValueText);

    /// <summary>Whether a statement declares, sets or tests what the read uses, before it reads.</summary>
    private static bool IsNeededBefore(string name, StatementSyntax anchor, InvocationExpressionSyntax first) =>
        anchor.DescendantTokens().TakeWhile(token => token.SpanStart < first.SpanStart).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
        && !IsStatic(name, first);

    /// <summary>The class of the flags may be named as often as one likes.</summary>
    private static bool IsStatic(string name, InvocationExpressionSyntax first) => name == first.DescendantTokens().First().ValueText && char.IsUpper(name[0]);

    private static string NameFor(SemanticModel model, InvocationExpressionSyntax first, IMethodSymbol method, string flag, int position, HashSet<string> taken)
    {
        string start = method.ReturnType.SpecialType == SpecialType.System_Boolean && !flag.StartsWith("Is", StringComparison.Ordinal) ? "is" + flag : char.ToLowerInvariant(flag[0]) + flag.Substring(1);
        start = method.Name == "Evaluate" ? start + "Evaluation" : start;
        HashSet<string> known = new(taken, StringComparer.Ordinal);
        known.UnionWith(model.LookupSymbols(position).Select(static symbol => symbol.Name));
        known.UnionWith(first.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Select(static token => token.ValueText) ?? []);
        string name = start;
        for (int number = 2; known.Contains(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None; number++)
        {
            name = start + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
