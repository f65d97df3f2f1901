using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>A place in the tree that the keys' dots make: a flag, a group, or both.</summary>
internal sealed class AccessorNode(string name, string path, string keyPrefix)
{
    private readonly Dictionary<string, AccessorNode> _byName = new(StringComparer.Ordinal);
    private readonly List<AccessorNode> _children = [];

    /// <summary>The member's name.</summary>
    public string Name { get; } = name;

    /// <summary>The names from the outermost group to this one, joined.</summary>
    public string Path { get; } = path;

    public string KeyPrefix { get; } = keyPrefix;

    public ManifestFlag? Flag { get; private set; }

    public IReadOnlyList<AccessorNode> Children => _children;

    public static AccessorNode NewRoot() => new("", "", "");

    /// <summary>Gives a flag its place, unless another has it.</summary>
    public void Add(ManifestFlag flag)
    {
        AccessorNode node = this;
        string[] keyParts = flag.Key.Split('.');
        for (int i = 0; i < flag.AccessorPath.Count; i++)
        {
            node = node.GetOrAdd(flag.AccessorPath[i], keyParts, i + 1);
        }

        node.Flag ??= flag;
    }

    private AccessorNode GetOrAdd(string name, string[] keyParts, int depth)
    {
        if (!_byName.TryGetValue(name, out AccessorNode? child))
        {
            child = new AccessorNode(name, Path + name, string.Join(".", keyParts, 0, Math.Min(depth, keyParts.Length)));
            _byName.Add(name, child);
            _children.Add(child);
        }

        return child;
    }
}
