using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The generated types so far, each with who it belongs to: all of them stand side by side in the manifest's namespace.</summary>
internal sealed class GeneratedTypes
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<AccessorGroup> _groups = [];
    private readonly string _className;

    public GeneratedTypes(string className)
    {
        _className = className;
        TryClaim(className, "the class itself");
        TryClaim(GeneratedNames.Interface(className), "the class's interface");
        TryClaim(GeneratedNames.Context(className), "the context");
        TryClaim(GeneratedNames.Keys(className), "the class of key constants");
    }

    public static string NameOf(AccessorGroup group, string className) => GeneratedNames.Group(PathOf(group), className);

    public bool TryClaim(string type, string owner) => TryClaim(type, owner, out _);

    /// <param name="type">The type's name.</param>
    /// <param name="owner">Whose it is, in words.</param>
    /// <param name="other">Whose it is already, where it cannot be had.</param>
    public bool TryClaim(string type, string owner, out string? other)
    {
        if (_owners.TryGetValue(type, out other))
        {
            return false;
        }

        _owners.Add(type, owner);
        return true;
    }

    /// <summary>Claims a group's type, once for all the flags in it.</summary>
    public bool TryClaimGroup(AccessorGroup group, out string? other)
    {
        other = null;
        if (_groups.Contains(group))
        {
            return true;
        }

        if (!TryClaim(NameOf(group, _className), $"the group '{string.Join(".", PathOf(group))}'", out other))
        {
            return false;
        }

        _groups.Add(group);
        return true;
    }

    private static IEnumerable<string> PathOf(AccessorGroup group)
    {
        Stack<string> names = new();
        for (AccessorGroup current = group; !current.IsRoot; current = current.Parent!)
        {
            names.Push(current.Name);
        }

        return names;
    }
}
