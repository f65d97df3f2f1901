using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Tests.Pipeline;

/// <summary>Walks all that a step's output holds on to.</summary>
internal static class ModelGraph
{
    /// <summary>What keeps a compilation alive, or is never equal to its successor. Asked by assignability: the real objects are subclasses.</summary>
    private static readonly Type[] Forbidden =
    [
        typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(SemanticModel), typeof(Location), typeof(Diagnostic),
        typeof(SourceText), typeof(AdditionalText), typeof(AnalyzerConfigOptions), typeof(AnalyzerConfigOptionsProvider), typeof(Delegate),
    ];

    /// <summary>The forbidden objects within an output, each with the way that leads to it.</summary>
    public static IReadOnlyList<string> FindForbidden(object? root)
    {
        List<string> found = [];
        Visit(root, root?.GetType().Name ?? "", found, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Visit(object? value, string path, List<string> found, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        if (Forbidden.Any(type => type.IsInstanceOfType(value)))
        {
            found.Add($"{path} is a {value.GetType()}");
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Visit(item, path + "[]", found, seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), path + "." + field.Name, found, seen);
            }
        }
    }
}
