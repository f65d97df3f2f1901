using System.Globalization;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Hands out names, each once.</summary>
internal sealed class NameScope(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    public void Reserve(IEnumerable<string> names) => _taken.UnionWith(names);

    /// <summary>The wanted name; where it is taken, the name with a suffix; where that is taken as well, with a number.</summary>
    public string Claim(string wanted, string suffix)
    {
        string name = wanted;
        for (int i = 1; !_taken.Add(name); i++)
        {
            name = i == 1 ? wanted + suffix : wanted + suffix + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>Claims a member's name, in PascalCase and ready to be written, for a text that may be anything.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is, for texts without a letter and for clashes: <c>10-20</c> gives <c>Value1020</c>.</param>
    public string ClaimMember(string text, string kind)
    {
        string name = AccessorName.FromKeyPart(text);
        return Claim(AccessorName.IsIdentifier(name) ? name : ToIdentifier(kind, name), kind);
    }

    private static string ToIdentifier(string kind, string name)
    {
        string identifier = kind + name;
        return AccessorName.IsIdentifier(identifier) ? identifier : kind;
    }
}
