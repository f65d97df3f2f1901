using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>The keys of flags that the code itself makes at run time: <c>new FeatureFlag { Key = "sale" }</c>.</summary>
internal static class CreatedKeys
{
    private const string KeyMember = "Key";

    /// <remarks>It looks at the syntax alone: another type with a <c>Key</c> only lets a fault pass, and no tree has to be bound for it.</remarks>
    public static HashSet<string> Find(Compilation compilation, CancellationToken token) => new(
        from tree in compilation.SyntaxTrees
        from assignment in tree.GetRoot(token).DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where assignment is { Left: IdentifierNameSyntax { Identifier.Text: KeyMember }, Parent: InitializerExpressionSyntax, Right: LiteralExpressionSyntax }
            && assignment.Right.IsKind(SyntaxKind.StringLiteralExpression)
        select ((LiteralExpressionSyntax)assignment.Right).Token.ValueText,
        StringComparer.Ordinal);
}
