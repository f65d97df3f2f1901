using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Analyzers.Usage.Reads;

/// <summary>Tells variables that hold one version of all flags: <c>engine.Capture()</c>, or the flags of it.</summary>
internal static class CapturedViews
{
    private const string Capture = "Capture";

    /// <summary>What each variable of a type is given, gathered in one walk for all that is asked about the type.</summary>
    private static readonly ConditionalWeakTable<SyntaxNode, ILookup<string, SyntaxNode>> ValuesByType = new();

    /// <summary>Whether a variable is given a captured engine somewhere in its type, or another variable that is.</summary>
    public static bool Contains(ISymbol? variable) => variable is not null and not IParameterSymbol && (IsDeclaredAsCapture(variable) || IsGivenCapture(variable));

    /// <summary>The usual case, which needs no walk.</summary>
    private static bool IsDeclaredAsCapture(ISymbol variable) =>
        variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static part => part.Identifier.ValueText == Capture);

    /// <remarks>It goes by names: two variables of one name in a type only let a fault pass.</remarks>
    private static bool IsGivenCapture(ISymbol variable)
    {
        SyntaxNode? type = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null)
        {
            return false;
        }

        ILookup<string, SyntaxNode> values = ValuesByType.GetValue(type, static node => ReadValues(node));
        HashSet<string> seen = [variable.Name];
        Stack<string> open = new(seen);
        while (open.Count > 0)
        {
            foreach (SimpleNameSyntax part in values[open.Pop()].SelectMany(static value => value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()))
            {
                string name = part.Identifier.ValueText;
                if (name == Capture)
                {
                    return true;
                }

                if (seen.Add(name))
                {
                    open.Push(name);
                }
            }
        }

        return false;
    }

    private static ILookup<string, SyntaxNode> ReadValues(SyntaxNode type) => type.DescendantNodes().Select(ReadValue).Where(static pair => pair.Value is not null).ToLookup(static pair => pair.Name, static pair => pair.Value!);

    private static (string Name, SyntaxNode? Value) ReadValue(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax declarator => (declarator.Identifier.ValueText, declarator.Initializer?.Value),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment => (left.Identifier.ValueText, assignment.Right),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var left } } assignment => (left.Identifier.ValueText, assignment.Right),
        PropertyDeclarationSyntax property => (property.Identifier.ValueText, (SyntaxNode?)property.ExpressionBody ?? property.Initializer),
        _ => ("", null),
    };
}
