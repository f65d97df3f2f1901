using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Analyzers.Usage.Reads;

/// <summary>Tells variables that hold one version of all flags: <c>engine.Capture()</c>, or the flags of it.</summary>
internal static class CapturedViews
{
    private const string Capture = "Capture";

    /// <summary>Whether a variable is given a captured engine somewhere in its type, or another variable that is.</summary>
    public static bool Contains(ISymbol? variable) => variable is not null and not IParameterSymbol && Contains(variable, []);

    private static bool Contains(ISymbol variable, HashSet<string> seen)
    {
        SyntaxNode? type = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is not null && IsGivenCapture(type, variable.Name, seen);
    }

    /// <remarks>It goes by names: two variables of one name in a type only let a fault pass.</remarks>
    private static bool IsGivenCapture(SyntaxNode type, string name, HashSet<string> seen) =>
        seen.Add(name)
        && type.DescendantNodes().Select(node => ValueFor(node, name)).OfType<SyntaxNode>().Any(value =>
            value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(part => part.Identifier.ValueText == Capture || IsGivenCapture(type, part.Identifier.ValueText, seen)));

    private static SyntaxNode? ValueFor(SyntaxNode node, string name) => node switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer } declarator when declarator.Identifier.ValueText == name => initializer.Value,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment when left.Identifier.ValueText == name => assignment.Right,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var left } } assignment when left.Identifier.ValueText == name => assignment.Right,
        PropertyDeclarationSyntax property when property.Identifier.ValueText == name => (SyntaxNode?)property.ExpressionBody ?? property.Initializer,
        _ => null,
    };
}
