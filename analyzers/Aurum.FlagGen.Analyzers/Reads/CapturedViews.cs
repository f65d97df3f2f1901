using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>Tells variables that hold one version of all flags: <c>engine.Capture()</c>, or the flags of it.</summary>
internal static class CapturedViews
{
    private const string Capture = "Capture";

    /// <summary>What each variable of a type is given, gathered in one walk for all that is asked about the type.</summary>
    private static readonly ConditionalWeakTable<SyntaxNode, ILookup<string, SyntaxNode>> ValuesByType = new();

    /// <summary>Whether a variable is given a captured engine somewhere in its type, or another variable that is; and a parameter, by every call.</summary>
    public static bool Contains(ISymbol? variable) => variable switch
    {
        null => false,
        IParameterSymbol parameter => IsAlwaysGivenCapture(parameter),
        _ => IsDeclaredAsCapture(variable) || IsGivenCapture(variable),
    };

    /// <summary>The usual case, which needs no walk.</summary>
    private static bool IsDeclaredAsCapture(ISymbol variable) =>
        variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && Names(value).Contains(Capture);

    private static bool IsGivenCapture(ISymbol variable) =>
        TypeOf(variable) is { } type && LeadsToCapture(ValuesByType.GetValue(type, static node => ReadValues(node))[variable.Name], type);

    /// <summary>
    /// Of a private method of a type that stands in one place, all calls can be seen: each must give the parameter a captured view.
    /// Where the method is named otherwise than to call it, somebody else may do that.
    /// </summary>
    private static bool IsAlwaysGivenCapture(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } method
            || TypeOf(method) is not { } type)
        {
            return false;
        }

        SimpleNameSyntax[] names = [.. type.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == method.Name)];
        return names.Length > 0 && names.All(name => FindArgument(name, parameter) is { } value && LeadsToCapture([value], type));
    }

    /// <summary>What a call by this name gives the parameter; null where the name stands for no call, or the argument is left out.</summary>
    private static SyntaxNode? FindArgument(SimpleNameSyntax name, IParameterSymbol parameter)
    {
        SyntaxNode callee = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (callee.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call || call.Expression != callee)
        {
            return null;
        }

        ArgumentSyntax? named = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name);
        return (named ?? arguments.ElementAtOrDefault(parameter.Ordinal))?.Expression;
    }

    /// <remarks>It goes by names: two variables of one name in a type only let a fault pass.</remarks>
    private static bool LeadsToCapture(IEnumerable<SyntaxNode> given, SyntaxNode type)
    {
        ILookup<string, SyntaxNode> values = ValuesByType.GetValue(type, static node => ReadValues(node));
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<SyntaxNode> open = new(given);
        while (open.Count > 0)
        {
            foreach (string name in Names(open.Pop()))
            {
                if (name == Capture)
                {
                    return true;
                }

                if (seen.Add(name))
                {
                    foreach (SyntaxNode value in values[name])
                    {
                        open.Push(value);
                    }
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> Names(SyntaxNode value) => value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static part => part.Identifier.ValueText);

    private static SyntaxNode? TypeOf(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();

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
