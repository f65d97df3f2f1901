using Aurum.FlagGen.CodeFixes.FixAll;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>A fix that edits flags.json, offered where C# uses the flag: editors and the formatting tool fix nothing that is reported outside of source.</summary>
public abstract class ManifestFix : CodeFixProvider
{
    /// <summary>What is offered, the best first.</summary>
    private protected abstract IReadOnlyList<ManifestEdit> Edits { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ManifestFixAll(Edits);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in FixKeys.KnownTo(this, context))
        {
            for (int i = 0; i < Edits.Count; i++)
            {
                ManifestEdit edit = Edits[i];
                Solution solution = context.Document.Project.Solution;
                Solution changed = await edit.ApplyAsync(solution, [diagnostic], context.CancellationToken).ConfigureAwait(false);
                if (changed != solution)
                {
                    context.RegisterCodeFix(CodeAction.Create(edit.TitleOf(diagnostic), _ => Task.FromResult(changed), FixKeys.At(i)), diagnostic);
                }
            }
        }
    }
}
