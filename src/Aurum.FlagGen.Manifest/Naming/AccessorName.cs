using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aurum.FlagGen.Manifest.Naming;

/// <summary>Makes C# names out of flag keys.</summary>
internal static class AccessorName
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",

        // Keywords in some places only, where a type or member of that name is refused, warned of or means something else.
        "await", "dynamic", "extension", "field", "file", "nameof", "nint", "notnull", "nuint", "partial", "record", "required", "scoped", "unmanaged", "value",
        "var", "where", "yield",
    };

    /// <summary>
    /// The part of a key in PascalCase: what is no letter or digit separates words, each word's first letter is raised, and everything else stays as it is. The
    /// result need not be an identifier (<c>2fa</c>, or nothing at all): ask <see cref="IsIdentifier"/>.
    /// </summary>
    [MethodImpl(HotLoop.Options)]
    public static string FromKeyPart(string part)
    {
        StringBuilder result = new(part.Length);
        bool startsWord = true;
        foreach (char c in part)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            result.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return result.ToString();
    }

    /// <summary>Whether a text can stand as a name in C# as it is, without an @.</summary>
    /// <remarks>Formatting characters are refused although C# allows them: it ignores them, so that two names that differ by one are the same name.</remarks>
    [MethodImpl(HotLoop.Options)]
    public static bool IsIdentifier(string text)
    {
        // The name _ is a discard nearly everywhere, whatever else is called so.
        if (text.Length == 0 || !IsIdentifierStart(text[0]) || text == "_" || IsKeyword(text))
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!IsIdentifierPart(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether C# reserves the word, everywhere or where a type or a member is named.</summary>
    public static bool IsKeyword(string text) => Keywords.Contains(text);

    /// <summary>An identifier in PascalCase that is as near to the text as can be: <c>2fa</c> gives <c>Flag2fa</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">What stands before a text that is none by itself.</param>
    public static string Propose(string text, string prefix = "Flag")
    {
        string name = FromKeyPart(text);
        return IsIdentifier(name) ? name : prefix + name;
    }

    /// <summary>A name for a parameter: capitals at the start are lowered up to the last one before a small letter (<c>VariantA</c>: variantA, <c>HTTPServer</c>: httpServer).</summary>
    public static string ToCamelCase(string pascal)
    {
        char[] result = pascal.ToCharArray();
        for (int i = 0; i < result.Length && char.IsUpper(result[i]); i++)
        {
            bool beginsNextWord = i > 0 && i + 1 < result.Length && char.IsLower(result[i + 1]);
            if (beginsNextWord)
            {
                break;
            }

            result[i] = char.ToLowerInvariant(result[i]);
        }

        return new string(result);
    }

    /// <summary>The identifier as it is written in source: with an @ where the word is reserved.</summary>
    public static string EscapeIdentifier(string identifier) => IsKeyword(identifier) ? "@" + identifier : identifier;

    private static bool IsIdentifierStart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    private static bool IsIdentifierPart(char c) =>
        IsIdentifierStart(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
