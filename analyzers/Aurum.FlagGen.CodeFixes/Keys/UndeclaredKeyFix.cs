using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.CodeFixes.FixAll;
using Aurum.FlagGen.CodeFixes.Manifest;
using Aurum.FlagGen.CodeFixes.Variants;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.Keys;

/// <summary>Writes the declared key that is nearest to an undeclared one, or declares it.</summary>
/// <remarks>One provider for both, because the formatting tool applies every provider, one after the other.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UndeclaredKeyFix : CodeFixProvider
{
    private static readonly UndeclaredVariantFix Nearest = new();
    private static readonly ManifestEdit Declaration = new DeclareFlagEdit();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredKey];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new All();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in FixKeys.KnownTo(this, context))
        {
            (Document? nearest, _) = await Nearest.FixAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false);
            if (nearest is not null)
            {
                context.RegisterCodeFix(CodeAction.Create(Nearest.TitleOf(diagnostic), _ => Task.FromResult(nearest), FixKeys.Proposal), diagnostic);
            }

            Solution solution = context.Document.Project.Solution;
            Solution declared = await Declaration.ApplyAsync(solution, [diagnostic], context.CancellationToken).ConfigureAwait(false);
            if (declared != solution)
            {
                string equivalenceKey = FixKeys.At(nearest is null ? 0 : 1);
                context.RegisterCodeFix(CodeAction.Create(Declaration.TitleOf(diagnostic), _ => Task.FromResult(declared), equivalenceKey), diagnostic);
            }
        }
    }

    private sealed class All : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
            CodeAction.Create("Write the nearest keys, and declare what is near to none", token => ApplyAsync(fixAllContext, token)));

        private static async Task<Solution> ApplyAsync(FixAllContext context, CancellationToken token)
        {
            Solution solution = context.Solution;
            IReadOnlyList<Diagnostic> diagnostics = await FixAllDiagnostics.ReadAsync(context).ConfigureAwait(false);
            if (!FixKeys.Asks(context, 0))
            {
                return await Declaration.ApplyAsync(solution, diagnostics, token).ConfigureAwait(false);
            }

            List<Diagnostic> left = [];
            foreach (IGrouping<Document?, Diagnostic> group in diagnostics.GroupBy(diagnostic => context.Solution.GetDocument(diagnostic.Location.SourceTree)))
            {
                if (group.Key is not { } document)
                {
                    continue;
                }

                (Document? changed, IReadOnlyList<Diagnostic> others) = await Nearest.FixAsync(document, [.. group], token).ConfigureAwait(false);
                left.AddRange(others);
                if (changed is not null && await changed.GetSyntaxRootAsync(token).ConfigureAwait(false) is { } root)
                {
                    solution = solution.WithDocumentSyntaxRoot(document.Id, root);
                }
            }

            return await Declaration.ApplyAsync(solution, left, token).ConfigureAwait(false);
        }
    }
}
