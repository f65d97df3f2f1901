using System.Globalization;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Keys of flags, and the names of variants, segments and layers.</summary>
internal sealed class NameChecker(CheckContext check)
{
    private const string KeyRule = "a key has 1 to 200 ASCII letters, digits, '.', '_', '-' and ':', and is not '.' or '..'";
    private const string NameRule = "a name has 1 to 200 characters, none of them '/' or a control character";
    private const string VariantRule = "a variant's name begins with a letter and has at most 200 characters, none of them a control character";

    public bool Key(string key, TextRange range)
    {
        bool isValid = key.Length is > 0 and <= ManifestLimits.KeyLength && key is not ("." or "..") && key.All(IsKeyCharacter);
        return isValid || Refuse(key, range, FirstForeign(key, static c => IsKeyCharacter(c)), KeyRule);
    }

    /// <summary>The name of a segment or a layer. A slash, which separates names in addresses, is refused; otherwise they are free, so that names of other systems can be kept.</summary>
    public void Name(string name, TextRange range)
    {
        bool isValid = name.Length is > 0 and <= ManifestLimits.KeyLength && name.All(IsNameCharacter);
        if (!isValid)
        {
            Refuse(name, range, FirstForeign(name, static c => IsNameCharacter(c)), NameRule);
        }
    }

    public bool Variant(string name, TextRange range)
    {
        bool isValid = name.Length is > 0 and <= ManifestLimits.KeyLength && char.IsLetter(name[0]) && !name.Any(char.IsControl);
        return isValid || Refuse(name, range, null, VariantRule);
    }

    private static bool IsKeyCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' or ':';

    private static bool IsNameCharacter(char c) => c != '/' && !char.IsControl(c);

    private static char? FirstForeign(string name, Func<char, bool> isAllowed)
    {
        foreach (char c in name)
        {
            if (!isAllowed(c))
            {
                return c;
            }
        }

        return null;
    }

    private bool Refuse(string name, TextRange range, char? foreign, string rule)
    {
        string place = foreign is { } c ? string.Format(CultureInfo.InvariantCulture, " with the character U+{0:X4}", (int)c) : "";
        check.Report(ManifestRules.InvalidName, range, Phrases.Quote(name) + place, rule);
        return false;
    }
}
