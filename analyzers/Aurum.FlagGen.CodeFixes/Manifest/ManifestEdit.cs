using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>A change of flags.json that a diagnostic in C# asks for.</summary>
internal abstract class ManifestEdit
{
    /// <summary>What the change does, in the words of a menu.</summary>
    public abstract string TitleOf(Diagnostic diagnostic);

    /// <summary>The solution with the manifests edited for all diagnostics, one after the other; the same solution where nothing is to be done.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Diagnostic> diagnostics, CancellationToken token)
    {
        foreach (IGrouping<string?, Diagnostic> manifest in diagnostics.GroupBy(static diagnostic => FixProperties.Read(diagnostic, FixProperties.Manifest)))
        {
            TextDocument[] documents = [.. FindDocuments(solution, manifest.Key)];
            if (documents.Length == 0)
            {
                continue;
            }

            SourceText before = await documents[0].GetTextAsync(token).ConfigureAwait(false);
            string text = before.ToString();
            string changed = manifest.Aggregate(text, (current, diagnostic) => Edit(current, diagnostic) ?? current);
            if (changed == text)
            {
                continue;
            }

            // A manifest that several projects share is a document of each of them.
            SourceText after = before.WithChanges(Difference(text, changed));
            foreach (TextDocument document in documents)
            {
                solution = solution.WithAdditionalDocumentText(document.Id, after);
            }
        }

        return solution;
    }

    /// <summary>The manifest's text as the diagnostic wants it, or null where there is nothing to do.</summary>
    protected abstract string? Edit(string text, Diagnostic diagnostic);

    private static IEnumerable<TextDocument> FindDocuments(Solution solution, string? path) =>
        path is null ? [] : solution.Projects.SelectMany(static project => project.AdditionalDocuments).Where(document => document.FilePath == path);

    /// <summary>The one stretch of text in which both differ, so that an editor keeps its carets and marks elsewhere.</summary>
    private static TextChange Difference(string before, string after)
    {
        int shortest = Math.Min(before.Length, after.Length);
        int start = 0;
        while (start < shortest && before[start] == after[start])
        {
            start++;
        }

        int end = 0;
        while (end < shortest - start && before[before.Length - 1 - end] == after[after.Length - 1 - end])
        {
            end++;
        }

        return new TextChange(TextSpan.FromBounds(start, before.Length - end), after.Substring(start, after.Length - end - start));
    }
}
