using System.Globalization;

namespace Aurum.FlagGen.Manifest.Values;

/// <summary>Numbers out of texts, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>A whole number of 32 bits has no more digits.</summary>
    private const int MostDigits = 10;

    private static readonly char[] Space = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>
    /// A finite number that the whole text is: an optional sign, digits with an optional point before, after or between them, an optional exponent, and ASCII
    /// white space around it. Thousands separators, NaN, Infinity and hexadecimal digits do not parse, nor does what is too large for a double.
    /// </summary>
    public static bool TryParse(string text, out double value)
    {
        value = 0;
        string trimmed = text.Trim(Space);

        // The framework's own parser would take trailing NULs and the names of infinity too.
        foreach (char c in trimmed)
        {
            if (c is not ((>= '0' and <= '9') or '+' or '-' or '.' or 'e' or 'E'))
            {
                return false;
            }
        }

        if (!double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) || double.IsInfinity(parsed))
        {
            return false;
        }

        value = parsed;
        return true;
    }

    /// <summary>A JSON number that is a whole number of 32 bits, however it is written: <c>20</c>, <c>20.0</c> and <c>2e1</c> are the same number.</summary>
    public static bool TryParseInt32(string jsonNumberText, out int value) => TryScale(jsonNumberText, 0, out value);

    /// <summary>A JSON number times 1,000, exactly: false where it has more than three decimals (zeros at the end aside) or leaves 32 bits.</summary>
    public static bool TryParseThousandths(string jsonNumberText, out int thousandths) => TryScale(jsonNumberText, 3, out thousandths);

    /// <summary>A JSON number times a power of ten, where that is a whole number of 32 bits. Decimal arithmetic on the digits: nothing is rounded.</summary>
    private static bool TryScale(string text, int power, out int value)
    {
        value = 0;
        if (!JsonWord.IsNumber(text))
        {
            return false;
        }

        int mark = text.IndexOfAny(['e', 'E']);
        string mantissa = (mark < 0 ? text : text.Substring(0, mark)).TrimStart('-');
        int point = mantissa.IndexOf('.');
        string digits = mantissa.Replace(".", "").TrimStart('0');
        string significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return true;
        }

        long exponent = power + digits.Length - significant.Length - (point < 0 ? 0 : mantissa.Length - point - 1) + (mark < 0 ? 0 : ReadExponent(text, mark + 1));
        if (exponent < 0 || significant.Length + exponent > MostDigits)
        {
            return false;
        }

        long whole = long.Parse(significant + new string('0', (int)exponent), NumberStyles.None, CultureInfo.InvariantCulture);
        whole = text[0] == '-' ? -whole : whole;
        if (whole is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        value = (int)whole;
        return true;
    }

    /// <summary>The exponent's value; one beyond any length that a text can have stays there.</summary>
    private static long ReadExponent(string text, int start)
    {
        const long Enough = 1_000_000_000_000;
        long value = 0;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] is >= '0' and <= '9')
            {
                value = Math.Min(Enough, (value * 10) + (text[i] - '0'));
            }
        }

        return text[start] == '-' ? -value : value;
    }
}
