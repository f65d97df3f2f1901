using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Texts of the manifest, which may hold anything, made safe for the place in the source where they are to stand.</summary>
internal static class CSharpText
{
    /// <summary>A string literal with its quotes. Whatever is no plain character is escaped.</summary>
    [MethodImpl(HotLoop.Options)]
    public static string Literal(string text)
    {
        StringBuilder literal = new(text.Length + 2);
        literal.Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (IsPlain(c))
            {
                literal.Append(c);
            }
            else
            {
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>JSON that neither begins nor ends with a quotation mark as a raw string literal. A line separator, which would end the literal's line, can stand only in a string of the JSON, and so takes that one's escape.</summary>
    [MethodImpl(HotLoop.Options)]
    public static string RawLiteral(string json)
    {
        StringBuilder literal = new(json.Length + 16);
        int quotes = 0;
        int longest = 2;
        foreach (char c in json)
        {
            quotes = c == '"' ? quotes + 1 : 0;
            longest = Math.Max(longest, quotes);
            if (c is '\u0085' or '\u2028' or '\u2029')
            {
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append(c);
            }
        }

        string delimiter = new('"', longest + 1);
        return literal.Insert(0, delimiter).Append(delimiter).ToString();
    }

    /// <summary>One line of text in an XML comment. Line breaks become spaces, and what XML cannot hold is left out.</summary>
    [MethodImpl(HotLoop.Options)]
    public static string Documentation(string text)
    {
        StringBuilder xml = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '<' or '>' or '&')
            {
                xml.Append(c switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
            }
            else if (char.IsWhiteSpace(c))
            {
                xml.Append(' ');
            }
            else if (!char.IsControl(c) && !char.IsSurrogate(c) && c < '\ufffe')
            {
                xml.Append(c);
            }
        }

        return xml.ToString().Trim();
    }

    private static bool IsPlain(char c) =>
        c is >= ' ' and < '\u007f'
        || char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;
}
