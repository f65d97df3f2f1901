using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The generated types so far, each with who it belongs to: all of them stand side by side in the manifest's namespace.</summary>
internal sealed class GeneratedTypes
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly string _className;

    public GeneratedTypes(string className)
    {
        _className = className;
        TryClaim(className, "the class itself");
        TryClaim(GeneratedNames.Interface(className), "the class's interface");
        TryClaim(GeneratedNames.Context(className), "the context");
        TryClaim(GeneratedNames.Keys(className), "the class of key constants");
        TryClaim(GeneratedNames.Switches(className), "the class of switches");
        TryClaim(GeneratedNames.Constants(className), "the class of constants");
        TryClaim(GeneratedNames.Catalog(className), "the catalog");
        TryClaim(GeneratedNames.Extensions(className), "the class of extensions");
        TryClaim(GeneratedNames.PayloadReader, "the class that reads payloads");
    }

    public bool IsClaimed(string type) => _owners.ContainsKey(type);

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
        if (group.Type is not null)
        {
            return true;
        }

        string type = GeneratedNames.Group([group.TypePrefix], _className);
        if (!TryClaim(type, $"the group '{group.Dotted}'", out other))
        {
            return false;
        }

        group.Type = type;
        return true;
    }
}
