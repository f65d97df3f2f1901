using System.Collections.Concurrent;
using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Manifest;
using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>The C# symbols that were generated from the manifests, whether in this compilation or in one that it refers to.</summary>
/// <remarks>
/// Types are found once, by walking from each manifest's class along its groups; after that, a symbol that is not generated is told by one look-up of its type.
/// </remarks>
internal sealed class GeneratedSymbols
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, GeneratedGroup> _groups = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, GeneratedProperty?> _found = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, DeclaredFlag> _variants = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ProjectManifest> _keys = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _constants = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<DeclaredFlag, INamedTypeSymbol> _variantsOf = [];
    private readonly HashSet<ProjectManifest> _reachable = [];
    private readonly INamedTypeSymbol? _flag;

    public GeneratedSymbols(Compilation compilation, IReadOnlyList<ProjectManifest> manifests, ILookup<ProjectManifest, DeclaredFlag> flags)
    {
        _flag = compilation.GetTypeByMetadataName(RuntimeNames.FlagOfValue);
        List<OutputNames> taken = [];
        foreach (ProjectManifest manifest in manifests)
        {
            // Of two manifests with one class, the first has it.
            if (taken.Any(other => other.ClashesWith(manifest.Names)))
            {
                continue;
            }

            taken.Add(manifest.Names);
            GeneratedGroup root = new();
            foreach (DeclaredFlag flag in flags[manifest].Where(static flag => flag.Flag.HasSoundShape))
            {
                root.Add(flag);
            }

            if (AddManifest(compilation, manifest, root))
            {
                _reachable.Add(manifest);
            }
        }
    }

    /// <summary>What a property gives access to, or null where it is no generated one.</summary>
    /// <remarks>The name is asked first, because to look a type up that is generic costs far more; a generated one is looked up once.</remarks>
    public GeneratedProperty? Find(IPropertySymbol property)
    {
        if (!_names.Contains(property.Name))
        {
            return null;
        }

        if (!_found.TryGetValue(property, out GeneratedProperty? found))
        {
            found = _groups.TryGetValue(property.ContainingType, out GeneratedGroup? group) && group.Properties.TryGetValue(property.Name, out GeneratedProperty? member) ? member : null;
            _found.TryAdd(property, found);
        }

        return found;
    }

    /// <summary>The manifest that declares the key which a constant is; null where it is no generated one.</summary>
    public ProjectManifest? FindManifest(IFieldSymbol key) => key.IsConst && _keys.TryGetValue(key.ContainingType, out ProjectManifest? manifest) ? manifest : null;

    /// <summary>Whether a constant is the value of a compile-time flag.</summary>
    public bool IsSettled(IFieldSymbol field) => field.IsConst && _constants.Contains(field.ContainingType);

    /// <summary>The flag whose variants an enum enumerates, or null.</summary>
    public DeclaredFlag? FindByVariants(ITypeSymbol type) => _variants.TryGetValue(type, out DeclaredFlag? flag) ? flag : null;

    /// <summary>The enum of a flag's variants, or null.</summary>
    public INamedTypeSymbol? FindVariants(DeclaredFlag flag) => _variantsOf.TryGetValue(flag, out INamedTypeSymbol? type) ? type : null;

    /// <summary>Whether the compilation has a member for a flag.</summary>
    public bool HasAccessor(DeclaredFlag flag) => flag.Flag.HasSoundShape && _reachable.Contains(flag.Manifest);

    private static string Qualify(OutputNames names, string type) => names.Namespace.Length == 0 ? type : names.Namespace + "." + type;

    private bool AddManifest(Compilation compilation, ProjectManifest manifest, GeneratedGroup root)
    {
        OutputNames names = manifest.Names;
        // The same class may come from several referenced projects; whichever the code means, the manifest tells of it.
        ImmutableArray<INamedTypeSymbol> classes = compilation.GetTypesByMetadataName(Qualify(names, names.ClassName));
        foreach (INamedTypeSymbol type in classes.Concat(compilation.GetTypesByMetadataName(Qualify(names, names.Interface))))
        {
            AddGroup(type, root);
        }

        _constants.UnionWith(compilation.GetTypesByMetadataName(Qualify(names, names.Constants)));
        foreach (INamedTypeSymbol keys in compilation.GetTypesByMetadataName(Qualify(names, names.Keys)))
        {
            _keys[keys] = manifest;
        }

        return classes.Any(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
    }

    private void AddGroup(INamedTypeSymbol type, GeneratedGroup group)
    {
        _groups[type] = group;
        foreach (KeyValuePair<string, GeneratedProperty> member in group.Properties)
        {
            _names.Add(member.Key);
            bool hasOwnType = member.Value.Group is not null || member.Value.Flag?.Flag.Type == FlagType.Variant;
            if (!hasOwnType || type.GetMembers(member.Key).OfType<IPropertySymbol>().FirstOrDefault()?.Type is not INamedTypeSymbol own)
            {
                continue;
            }

            if (member.Value.Flag is { Flag.Type: FlagType.Variant } flag && FindValueType(own) is { } variants)
            {
                _variants[variants] = flag;
                _variantsOf[flag] = variants;
            }

            if (member.Value.Group is { } inner)
            {
                AddGroup(own, inner);
            }
        }
    }

    /// <summary>The type of the values of a flag's struct.</summary>
    private INamedTypeSymbol? FindValueType(INamedTypeSymbol type) =>
        type.AllInterfaces.FirstOrDefault(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, _flag))?.TypeArguments[0] as INamedTypeSymbol;
}
