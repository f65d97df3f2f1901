using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>The keys that referenced projects declare, as their metadata tells: the constants of the generated classes of keys.</summary>
internal static class ReferencedKeys
{
    private const string GeneratedCodeAttribute = "GeneratedCodeAttribute";
    private const string Generator = "Aurum.FlagGen.Generators";
    private const string ClassEnding = "Keys";

    public static HashSet<string> Find(Compilation compilation)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == RuntimeNames.Assembly)))
            {
                AddKeys(assembly.GlobalNamespace, keys);
            }
        }

        return keys;
    }

    private static void AddKeys(INamespaceSymbol space, HashSet<string> keys)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                AddKeys(inner, keys);
            }
            else if (member is INamedTypeSymbol { IsStatic: true } type && type.Name.EndsWith(ClassEnding, StringComparison.Ordinal) && IsGenerated(type))
            {
                keys.UnionWith(type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.ConstantValue).OfType<string>());
            }
        }
    }

    private static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == GeneratedCodeAttribute
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0].Value is Generator);
}
