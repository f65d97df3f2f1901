using Aurum.FlagGen.CodeFixes.FixAll;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>Edits the manifests for every diagnostic of a document, a project or a solution. The batch of editors merges changes of source only.</summary>
internal sealed class ManifestFixAll(IReadOnlyList<ManifestEdit> edits) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        ManifestEdit? edit = edits.Where((_, index) => FixKeys.Asks(fixAllContext, index)).FirstOrDefault();
        return Task.FromResult(edit is null ? null : CodeAction.Create("Edit the manifest for all of them", token => ApplyAsync(fixAllContext, edit, token)));
    }

    private static async Task<Solution> ApplyAsync(FixAllContext context, ManifestEdit edit, CancellationToken token) =>
        await edit.ApplyAsync(context.Solution, await FixAllDiagnostics.ReadAsync(context).ConfigureAwait(false), token).ConfigureAwait(false);
}
