using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Variants;

/// <summary>Adds sections to a switch statement, before the one for the rest.</summary>
internal sealed class SectionWriter(IReadOnlyList<string> names, string exception)
{
    public SwitchStatementSyntax Write(SwitchStatementSyntax choice)
    {
        int rest = choice.Sections.IndexOf(static section => section.Labels.Any(static label => label.IsKind(SyntaxKind.DefaultSwitchLabel)));
        SwitchLayout layout = SwitchLayout.Of(choice.OpenBraceToken, choice.Sections.FirstOrDefault());

        // Without a section for the rest nothing happened; with one that throws, that.
        string statement = rest < 0 ? "break;" : $"throw new {exception}();";
        SwitchSectionSyntax[] added = [.. names.Select(name => Section(name, statement, layout))];
        return choice.WithSections(choice.Sections.InsertRange(rest < 0 ? choice.Sections.Count : rest, added));
    }

    private static SwitchSectionSyntax Section(string name, string statement, SwitchLayout layout)
    {
        SwitchLabelSyntax label = SyntaxFactory.CaseSwitchLabel(SyntaxFactory.ParseExpression(name).WithLeadingTrivia(SyntaxFactory.Space))
            .WithLeadingTrivia(layout.Indent)
            .WithTrailingTrivia(layout.LineEnd);
        StatementSyntax body = SyntaxFactory.ParseStatement(statement).WithLeadingTrivia(layout.InnerIndent).WithTrailingTrivia(layout.LineEnd);
        return SyntaxFactory.SwitchSection([label], [body]);
    }
}
