using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>The keys that referenced projects declare, as their metadata tells: the constants of the generated classes of keys.</summary>
internal static class ReferencedKeys
{
    private const string GeneratedCodeAttribute = "GeneratedCodeAttribute";
    private const string Generator = "Aurum.FlagGen.Generators";

    /// <summary>All keys of all referenced projects.</summary>
    public static HashSet<string> Find(Compilation compilation) => new(FindClasses(compilation).SelectMany(KeysOf), StringComparer.Ordinal);

    /// <summary>The namespace in which a referenced project has the class of a manifest; null where none has it.</summary>
    /// <param name="compilation">The project that refers to it.</param>
    /// <param name="className">The manifest's class.</param>
    /// <param name="keys">The keys that the manifest declares: of several classes of that name, the one with most of them is meant.</param>
    public static string? FindNamespace(Compilation compilation, string className, ICollection<string> keys) =>
        (from type in FindClasses(compilation)
         where type.Name == GeneratedNames.Keys(className)
         let shared = KeysOf(type).Count(keys.Contains)
         where shared > 0
         orderby shared descending
         select type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString()).FirstOrDefault();

    private static IEnumerable<INamedTypeSymbol> FindClasses(Compilation compilation) =>
        from assembly in compilation.SourceModule.ReferencedAssemblySymbols
        where assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == RuntimeNames.Assembly))
        from type in FindClasses(assembly.GlobalNamespace)
        select type;

    private static IEnumerable<INamedTypeSymbol> FindClasses(INamespaceSymbol space) => space.GetMembers().SelectMany(static member => member switch
    {
        INamespaceSymbol inner => FindClasses(inner),
        INamedTypeSymbol { IsStatic: true } type when type.Name.EndsWith(GeneratedNames.Keys(""), StringComparison.Ordinal) && IsGenerated(type) => [type],
        _ => [],
    });

    private static IEnumerable<string> KeysOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.ConstantValue).OfType<string>();

    private static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == GeneratedCodeAttribute
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0].Value is Generator);
}
