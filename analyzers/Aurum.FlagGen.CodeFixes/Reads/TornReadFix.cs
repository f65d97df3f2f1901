using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.CodeFixes.FixAll;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Aurum.FlagGen.CodeFixes.Reads;

/// <summary>Keeps the first answer of a flag in a local, which the later reads use.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TornReadFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TornRead];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in FixKeys.KnownTo(this, context))
        {
            if (await FixAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create("Keep the first answer in a local", _ => Task.FromResult(changed), nameof(TornReadFix)), diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken token)
    {
        if (await document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || await model.SyntaxTree.GetRootAsync(token).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return null;
        }

        HoistPlan[] plans = [.. HoistPlans.Create(model, root, diagnostics, token)];
        if (plans.Length == 0)
        {
            return null;
        }

        SyntaxEditor editor = new(root, document.Project.Solution.Services);
        foreach (HoistPlan plan in plans)
        {
            plan.Apply(editor);
        }

        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }
}
