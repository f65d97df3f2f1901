using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A name in the tree of accessors: a flag, a group of flags, or both.</summary>
internal sealed class AccessorGroup(string name, AccessorGroup? parent)
{
    private static readonly Dictionary<string, AccessorGroup> None = [];

    // Most names are flags, which have nothing below them.
    private Dictionary<string, AccessorGroup>? _children;
    private string? _typePrefix;

    public string Name { get; } = name;

    public AccessorGroup? Parent { get; } = parent;

    public Dictionary<string, AccessorGroup>.ValueCollection Children => (_children ?? None).Values;

    /// <summary>The flag of that name, where there is one.</summary>
    public ManifestFlag? Flag { get; set; }

    public bool IsRoot => Parent is null;

    /// <summary>The names from the outermost group to this one, one after the other: what the names of its types begin with.</summary>
    public string TypePrefix => _typePrefix ??= Parent is null ? "" : Parent.TypePrefix + Name;

    /// <summary>The names from the outermost group to this one with dots between them, as one writes them in C#.</summary>
    public string Dotted => Parent is { IsRoot: false } ? Parent.Dotted + "." + Name : Name;

    /// <summary>The group's type, where it was claimed.</summary>
    public string? Type { get; set; }

    public AccessorGroup Child(string name)
    {
        _children ??= new(StringComparer.Ordinal);
        if (!_children.TryGetValue(name, out AccessorGroup? child))
        {
            child = new AccessorGroup(name, this);
            _children.Add(name, child);
        }

        return child;
    }

    /// <summary>The names from the outermost group to this one.</summary>
    public IEnumerable<string> Path => Parent is null ? [] : Parent.Path.Append(Name);

    /// <summary>The group below this one in which a path's name of that index would stand, or null where there is none yet.</summary>
    public AccessorGroup? Find(IReadOnlyList<string> path, int index)
    {
        AccessorGroup? group = this;
        for (int i = 0; i < index && group is not null; i++)
        {
            group = (group._children ?? None).TryGetValue(path[i], out AccessorGroup? child) ? child : null;
        }

        return group;
    }

    public bool HasChild(string name) => (_children ?? None).ContainsKey(name);

    /// <summary>The flags at this name and below it.</summary>
    public IEnumerable<ManifestFlag> Flags()
    {
        Stack<AccessorGroup> open = new([this]);
        while (open.Count > 0)
        {
            AccessorGroup group = open.Pop();
            if (group.Flag is { } flag)
            {
                yield return flag;
            }

            foreach (AccessorGroup child in group.Children)
            {
                open.Push(child);
            }
        }
    }
}
