using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Dotted versions and, in conditions, patterns of them.</summary>
internal static class ReferenceVersion
{
    private static readonly Regex Shape = new(@"\A0*[0-9]{1,18}(\.0*[0-9]{1,18}){0,3}\z", RegexOptions.CultureInvariant);

    /// <summary>One to four integers between dots; those that are missing are 0. An integer of more than 18 digits, leading zeros aside, does not parse.</summary>
    public static BigInteger[]? Parse(string text)
    {
        if (!Shape.IsMatch(text))
        {
            return null;
        }

        BigInteger[] parts = [0, 0, 0, 0];
        string[] given = text.Split('.');
        for (int i = 0; i < given.Length; i++)
        {
            parts[i] = BigInteger.Parse(given[i], CultureInfo.InvariantCulture);
        }

        return parts;
    }

    /// <summary>In a condition the last part, behind at least one integer, may be a star, which stands for any rest.</summary>
    /// <returns>The parts that count: all four, or those before the star; or null where the text is neither.</returns>
    public static BigInteger[]? ParsePattern(string text)
    {
        return text.EndsWith(".*", StringComparison.Ordinal)
            ? text.Count(static character => character == '.') <= 3 ? Parse(text[..^2])?[..text.Count(static character => character == '.')] : null
            : Parse(text);
    }

    /// <summary>Only the parts before the star are compared, be it for equality or for order.</summary>
    public static int Compare(BigInteger[] version, BigInteger[] pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (version[i] != pattern[i])
            {
                return version[i].CompareTo(pattern[i]);
            }
        }

        return 0;
    }
}
