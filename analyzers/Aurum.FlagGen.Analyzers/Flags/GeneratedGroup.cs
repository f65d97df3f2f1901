namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>The properties of a generated class or of a group's struct, by name.</summary>
internal sealed class GeneratedGroup
{
    private readonly Dictionary<string, GeneratedProperty> _properties = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, GeneratedProperty> Properties => _properties;

    /// <summary>Gives a flag its place, unless another has it.</summary>
    public void Add(DeclaredFlag flag)
    {
        GeneratedGroup group = this;
        IReadOnlyList<string> path = flag.Flag.AccessorPath;
        for (int i = 0; i < path.Count - 1; i++)
        {
            group = group.GetOrAdd(path[i]).Group ??= new GeneratedGroup();
        }

        group.GetOrAdd(path[path.Count - 1]).Flag ??= flag;
    }

    private GeneratedProperty GetOrAdd(string name)
    {
        if (!_properties.TryGetValue(name, out GeneratedProperty? property))
        {
            property = new GeneratedProperty();
            _properties.Add(name, property);
        }

        return property;
    }
}
