using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Source;

/// <summary>Adds using directives where one would write them.</summary>
internal static class UsingDirectives
{
    private const string System = "System";

    /// <summary>The unit with a directive more, in its place among those that are sorted: <c>System</c> first, then by name.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax unit, string space)
    {
        string lineEnd = unit.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found.ToString() : "\n";
        UsingDirectiveSyntax directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space).WithLeadingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd));
        int index = unit.Usings.TakeWhile(other => IsBefore(other, space)).Count();
        if (index > 0 || unit.Usings.Count > 0 && unit.Usings[0].GetLeadingTrivia().Count == 0)
        {
            return unit.WithUsings(unit.Usings.Insert(index, directive));
        }

        // What stands above the first line, such as a licence, stays above it.
        SyntaxToken first = unit.GetFirstToken(includeZeroWidth: true);
        directive = directive.WithLeadingTrivia(first.LeadingTrivia);
        bool isFirstUsing = unit.Usings.Count == 0;
        unit = unit.ReplaceToken(first, first.WithLeadingTrivia(isFirstUsing ? SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(lineEnd)) : default));
        return unit.WithUsings(unit.Usings.Insert(0, directive));
    }

    private static bool IsBefore(UsingDirectiveSyntax other, string space)
    {
        if (other.Alias is not null || other.StaticKeyword.RawKind != 0 || other.Name is not { } name)
        {
            return false;
        }

        bool isOfSystem = IsOfSystem(space);
        string text = name.ToString();
        return IsOfSystem(text) != isOfSystem ? !isOfSystem : string.CompareOrdinal(text, space) < 0;
    }

    private static bool IsOfSystem(string space) => space == System || space.StartsWith(System + ".", StringComparison.Ordinal);
}
