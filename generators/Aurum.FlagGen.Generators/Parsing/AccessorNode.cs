namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>A place in the tree that the keys' dots make: a flag, a group, or both.</summary>
internal sealed class AccessorNode
{
    private readonly string _key;
    private readonly int _depth;

    // Most places are flags, which have nothing below them.
    private Dictionary<string, AccessorNode>? _byName;
    private List<AccessorNode>? _children;

    private AccessorNode(string name, string path, string key, int depth)
    {
        Name = name;
        Path = path;
        _key = key;
        _depth = depth;
    }

    /// <summary>The member's name.</summary>
    public string Name { get; }

    /// <summary>The names from the outermost group to this one, joined.</summary>
    public string Path { get; }

    /// <summary>What the keys of the flags at this place and below begin with.</summary>
    public string KeyPrefix
    {
        get
        {
            int end = -1;
            for (int i = 0; i < _depth; i++)
            {
                end = _key.IndexOf('.', end + 1);
                if (end < 0)
                {
                    return _key;
                }
            }

            return end < 0 ? "" : _key.Substring(0, end);
        }
    }

    public FlagFacts? Flag { get; private set; }

    public IReadOnlyList<AccessorNode> Children => _children is null ? [] : _children;

    public static AccessorNode NewRoot() => new("", "", "", 0);

    /// <summary>Gives a flag its place, unless another has it.</summary>
    public void Add(FlagFacts flag)
    {
        AccessorNode node = this;
        IReadOnlyList<string> names = flag.Flag.AccessorPath;
        for (int i = 0; i < names.Count; i++)
        {
            node = node.GetOrAdd(names[i], flag, isMember: i == names.Count - 1);
        }

        node.Flag ??= flag;
    }

    private AccessorNode GetOrAdd(string name, FlagFacts flag, bool isMember)
    {
        _byName ??= new(StringComparer.Ordinal);
        if (!_byName.TryGetValue(name, out AccessorNode? child))
        {
            child = new AccessorNode(name, isMember ? flag.Path : Path + name, flag.Flag.Key, _depth + 1);
            _byName.Add(name, child);
            (_children ??= []).Add(child);
        }

        return child;
    }
}
