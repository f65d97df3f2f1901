using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.CodeFixes.FixAll;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.CodeFixes.Source;

/// <summary>A fix that changes C#, the same way for one diagnostic and for all of a document.</summary>
public abstract class SourceFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new SourceFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } source)
        {
            return;
        }

        foreach (Diagnostic diagnostic in FixKeys.KnownTo(this, context))
        {
            if (Prepare(source, diagnostic) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title ?? TitleOf(diagnostic), _ => Task.FromResult(Apply(source, [edit])), GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The document with everything changed that the diagnostics ask for and the fix can do, or null where that is nothing; and the diagnostics that are left.</summary>
    internal async Task<(Document? Document, IReadOnlyList<Diagnostic> Left)> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken token)
    {
        if (await ReadAsync(document, token).ConfigureAwait(false) is not { } source)
        {
            return (null, diagnostics);
        }

        List<SourceEdit> edits = [];
        List<Diagnostic> left = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (Prepare(source, diagnostic) is { } edit)
            {
                edits.Add(edit);
            }
            else
            {
                left.Add(diagnostic);
            }
        }

        return (edits.Count == 0 ? null : Apply(source, edits), left);
    }

    /// <summary>What the fix does, in the words of a menu.</summary>
    internal abstract string TitleOf(Diagnostic diagnostic);

    /// <summary>The change that a diagnostic asks for, or null where it is not certain to be right.</summary>
    private protected abstract SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic);

    private static async Task<SourceToFix?> ReadAsync(Document document, CancellationToken token)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(token).ConfigureAwait(false);
        AnalyzerOptions options = document.Project.AnalyzerOptions;
        return model is not null
            && await model.SyntaxTree.GetRootAsync(token).ConfigureAwait(false) is CompilationUnitSyntax root
            && ProjectFlags.For(model.Compilation, options, token) is { } flags
            ? new SourceToFix(document, root, model, flags, token)
            : null;
    }

    private static Document Apply(SourceToFix source, IReadOnlyList<SourceEdit> edits)
    {
        ILookup<SyntaxNode, SourceEdit> byTarget = edits.ToLookup(static edit => edit.Target);
        CompilationUnitSyntax root = source.Root.ReplaceNodes(
            byTarget.Select(static group => group.Key), (target, rewritten) => byTarget[target].First().Change(rewritten).WithTriviaFrom(rewritten));
        root = Reshaping.Settle(root);
        foreach (string space in edits.Where(edit => source.NeedsUsing(edit)).Select(static edit => edit.Uses!.Names.EscapedNamespace).Distinct())
        {
            root = UsingDirectives.Add(root, space);
        }

        return source.Document.WithSyntaxRoot(root);
    }
}
