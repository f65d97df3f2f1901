using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>Edits the manifests for every diagnostic of a document, a project or a solution. The batch of editors merges changes of source only.</summary>
internal sealed class ManifestFixAll(ManifestFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Edit the manifest for all of them", token => ApplyAsync(fixAllContext, token), fixAllContext.CodeActionEquivalenceKey));

    private async Task<Solution> ApplyAsync(FixAllContext context, CancellationToken token)
    {
        List<Diagnostic> diagnostics = [];
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                diagnostics.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                diagnostics.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (Project project in context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp))
                {
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        return await fix.EditAsync(context.Solution, diagnostics, token).ConfigureAwait(false);
    }
}
