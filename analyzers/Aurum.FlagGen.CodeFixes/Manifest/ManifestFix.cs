using Aurum.FlagGen.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>A fix that edits flags.json, offered where C# uses the flag: editors and the formatting tool fix nothing that is reported outside of source.</summary>
public abstract class ManifestFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ManifestFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            Solution solution = context.Document.Project.Solution;
            if (await EditAsync(solution, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } changed && changed != solution)
            {
                context.RegisterCodeFix(CodeAction.Create(TitleOf(diagnostic), _ => Task.FromResult(changed), GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The solution with the manifests edited for all diagnostics, one after the other.</summary>
    internal async Task<Solution> EditAsync(Solution solution, IEnumerable<Diagnostic> diagnostics, CancellationToken token)
    {
        foreach (IGrouping<string?, Diagnostic> manifest in diagnostics.GroupBy(static diagnostic => Property(diagnostic, FixProperties.Manifest)))
        {
            TextDocument[] documents = [.. FindDocuments(solution, manifest.Key)];
            if (documents.Length == 0)
            {
                continue;
            }

            SourceText before = await documents[0].GetTextAsync(token).ConfigureAwait(false);
            string text = before.ToString();
            foreach (Diagnostic diagnostic in manifest)
            {
                token.ThrowIfCancellationRequested();
                text = Edit(text, diagnostic) ?? text;
            }

            // A manifest that several projects share is a document of each of them.
            SourceText after = before.WithChanges(Difference(before, text));
            foreach (TextDocument document in documents)
            {
                solution = solution.WithAdditionalDocumentText(document.Id, after);
            }
        }

        return solution;
    }

    /// <summary>What the fix does, in the words of a menu.</summary>
    private protected abstract string TitleOf(Diagnostic diagnostic);

    /// <summary>The manifest's text as the diagnostic wants it, or null where there is nothing to do.</summary>
    private protected abstract string? Edit(string text, Diagnostic diagnostic);

    private protected static string? Property(Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    private static IEnumerable<TextDocument> FindDocuments(Solution solution, string? path) =>
        path is null ? [] : solution.Projects.SelectMany(static project => project.AdditionalDocuments).Where(document => document.FilePath == path);

    /// <summary>The one stretch of text in which both differ, so that an editor keeps its carets and marks elsewhere.</summary>
    private static TextChange[] Difference(SourceText before, string after)
    {
        string text = before.ToString();
        if (text == after)
        {
            return [];
        }

        int shortest = Math.Min(text.Length, after.Length);
        int start = 0;
        while (start < shortest && text[start] == after[start])
        {
            start++;
        }

        int end = 0;
        while (end < shortest - start && text[text.Length - 1 - end] == after[after.Length - 1 - end])
        {
            end++;
        }

        return [new TextChange(TextSpan.FromBounds(start, text.Length - end), after.Substring(start, after.Length - end - start))];
    }
}
