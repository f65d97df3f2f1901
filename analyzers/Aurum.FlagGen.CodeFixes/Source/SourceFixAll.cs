using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.Source;

/// <summary>Fixes each document as a whole, so that changes within one another and shared usings cannot meet.</summary>
internal sealed class SourceFixAll(SourceFix fix) : DocumentBasedFixAllProvider
{
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
        (await fix.FixAsync(document, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false)).Document;
}
