using System.Globalization;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>JSON as people and programs write it, comments and trailing commas included, and what slips make of it.</summary>
internal static class RandomJson
{
    /// <summary>What may stand between two tokens.</summary>
    public static readonly Gen<string> Space = Gen.Frequency(
        (8, Gen.Const("")),
        (4, Gen.OneOf(" ", "\n", "\r\n", "\t", "  \n ")),
        (1, Gen.OneOf("/* c */", "// c\n", "/**/", "/* \" { */", "//\r")));

    private static readonly Gen<string> Text = Gen.OneOf("", "a", "b", "key", "ключ", "😀", "a b", "\\n", "\\u0041", "\\ud83d\\ude00", "\\\"", "\\\\", "\\/", "x,y", "{", "]", "//", "/*").Array[0, 3].Select(static parts => "\"" + string.Concat(parts) + "\"");

    private static readonly Gen<string> Scalar = Gen.Frequency(
        (2, Gen.OneOf("true", "false", "null", "0", "-0", "1e5", "1E+5", "-1.5e-3", "12345678901234567890.123456789")),
        (1, Gen.Double.Select(static value => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "0")),
        (2, Text));

    /// <summary>A sound document.</summary>
    public static readonly Gen<string> Document = Gen.Recursive<string>(static (depth, inner) => depth >= 5 ? Scalar : Gen.Frequency((2, Scalar), (2, ArrayOf(inner)), (3, ObjectOf(inner))));

    /// <summary>A slip: something put in, left out, replaced or exchanged.</summary>
    public static readonly Gen<Func<string, string>> Slip =
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, 3], Gen.OneOf("\"", "'", "{", "}", "[", "]", ",", ":", "/", "*", "\\", "\n", "\r", "\t", " ", "a", "0", "-", "+", ".", "e", "\u00A0", "\uD800", "\uDC00", "\u2028", "\0", "\u0001", "=", "true", "NaN", "//", "/*"))
            .Select(static (first, second, kind, piece) => new Func<string, string>(text => Mutate(text, (int)(first * text.Length), (int)(second * text.Length), kind, piece)));

    private static Gen<string> ArrayOf(Gen<string> inner) => Gen.Select(Gen.Select(Space, inner, Space).Array[0, 4], Gen.Bool, Space).Select(
        static (items, hasTrailingComma, space) => "[" + Join([.. items.Select(static item => item.Item1 + item.Item2 + item.Item3)], hasTrailingComma) + space + "]");

    private static Gen<string> ObjectOf(Gen<string> inner) => Gen.Select(Gen.Select(Space, Text, Gen.OneOf("", " ", "\n"), inner, Space).Array[0, 4], Gen.Bool, Space).Select(
        static (members, hasTrailingComma, space) => "{" + Join([.. members.Select(static member => member.Item1 + member.Item2 + member.Item3 + ":" + member.Item1 + member.Item4 + member.Item5)], hasTrailingComma) + space + "}");

    private static string Join(string[] parts, bool hasTrailingComma) => string.Join(",", parts) + (hasTrailingComma && parts.Length > 0 ? "," : "");

    private static string Mutate(string text, int first, int second, int kind, string piece)
    {
        if (text.Length == 0 || kind == 0)
        {
            return text.Insert(first, piece);
        }

        if (kind == 1)
        {
            return text.Remove(first, Math.Min(text.Length - first, 1 + (second % 3)));
        }

        if (kind == 2)
        {
            return text.Remove(first, 1).Insert(first, piece);
        }

        char[] characters = text.ToCharArray();
        (characters[first], characters[second]) = (characters[second], characters[first]);
        return new string(characters);
    }
}
