using Aurum.FlagGen.Analyzers.Manifest;

namespace Aurum.FlagGen.CodeFixes.Source;

/// <summary>What a fix changes in a source.</summary>
/// <param name="Target">The node that is replaced.</param>
/// <param name="Change">Makes the new node of the old one, in which others may have been replaced before.</param>
/// <param name="Uses">The manifest whose generated class the new node names by its short name, or null.</param>
internal sealed record SourceEdit(SyntaxNode Target, Func<SyntaxNode, SyntaxNode> Change, ProjectManifest? Uses = null)
{
    /// <summary>What it does, in the words of a menu, where the diagnostic alone does not say it.</summary>
    public string? Title { get; init; }
}
