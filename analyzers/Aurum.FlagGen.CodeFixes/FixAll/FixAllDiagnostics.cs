using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.FixAll;

/// <summary>The diagnostics that a fix of all of them is about.</summary>
internal static class FixAllDiagnostics
{
    public static ImmutableArray<FixAllScope> Scopes { get; } = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public static async Task<IReadOnlyList<Diagnostic>> ReadAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
        {
            return context.Document is { } document ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false) : [];
        }

        List<Diagnostic> diagnostics = [];
        IEnumerable<Project> projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
        foreach (Project project in projects.Where(static project => project.Language == LanguageNames.CSharp))
        {
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return diagnostics;
    }
}
