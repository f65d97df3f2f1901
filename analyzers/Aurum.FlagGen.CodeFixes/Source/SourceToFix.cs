using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Source;

/// <summary>A document in which diagnostics are fixed, and what is known of it.</summary>
internal sealed record SourceToFix(Document Document, CompilationUnitSyntax Root, SemanticModel Model, ProjectFlags Flags, CancellationToken Token)
{
    public SyntaxNode FindNode(Diagnostic diagnostic) => Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>Whether the short name of the generated class means another type there, or two.</summary>
    public bool IsHidden(DeclaredFlag flag, int position) =>
        Model.LookupNamespacesAndTypes(position, name: flag.Manifest.Names.ClassName).Any(symbol => symbol.ToDisplayString() != flag.Manifest.Names.FullClassName);

    /// <summary>Whether the generated class must be made known where it is used.</summary>
    public bool NeedsUsing(SourceEdit edit) =>
        edit.Uses is { Names: { Namespace.Length: > 0 } names } && !Model.LookupNamespacesAndTypes(edit.Target.SpanStart, name: names.ClassName).Any(symbol => symbol.ToDisplayString() == names.FullClassName);
}
