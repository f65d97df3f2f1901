using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Mutation;

/// <summary>One change of the source that a test ought to notice.</summary>
/// <param name="Id">Its number, which the compiled code asks for.</param>
/// <param name="File">The file's name within its project.</param>
/// <param name="Member">The member of the type that it is in.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Original">What stands there.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(int Id, string File, string Member, int Line, string Original, string Replacement)
{
    /// <summary>How it is called in lists: without its line, which moves with every edit, so that the second like it in a member has a number.</summary>
    public string Name => $"{File}, {Member}: {Original} → {Replacement}{(Repetition > 1 ? $" ({Repetition})" : "")}";

    /// <summary>From 1: the how manieth such change of the member it is.</summary>
    public int Repetition { get; init; } = 1;

    /// <summary>The whole tree with this change alone, for a change that cannot be switched on at run time.</summary>
    public CSharpSyntaxTree? OwnTree { get; init; }

    /// <summary>The position of the tree among the compilation's trees.</summary>
    public int Tree { get; init; }
}
