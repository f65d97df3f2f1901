using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Mutation;

/// <summary>One change of the source that a test ought to notice.</summary>
/// <param name="Id">Its number, which the compiled code asks for.</param>
/// <param name="File">The file's name within its project.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Original">What stands there.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(int Id, string File, int Line, string Original, string Replacement)
{
    /// <summary>How it is called in lists: without its line, which moves with every edit.</summary>
    public string Name => $"{File}: {Original} → {Replacement}";

    /// <summary>The whole tree with this change alone, for a change that cannot be switched on at run time.</summary>
    public CSharpSyntaxTree? OwnTree { get; init; }

    /// <summary>The position of the tree among the compilation's trees.</summary>
    public int Tree { get; init; }
}
