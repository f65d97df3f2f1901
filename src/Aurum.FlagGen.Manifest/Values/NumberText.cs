using System.Globalization;
using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Values;

/// <summary>Numbers out of texts, the same in every culture.</summary>
internal static class NumberText
{
    private const int MaxSafeDigits = 18;

    /// <summary>
    /// A finite number that the whole text is: an optional sign, digits with an optional point before, after or between them, an optional exponent, and ASCII
    /// white space around it. Thousands separators, NaN, Infinity and hexadecimal digits do not parse, nor does what is too large for a double.
    /// </summary>
    public static bool TryParse(string text, out double value)
    {
        value = 0;
        int start = 0;
        int end = text.Length;
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        // The framework's own parser would take trailing NULs and the names of infinity; what is left to it is the arithmetic.
        if (!IsDecimal(text, start, end))
        {
            return false;
        }

        string trimmed = end - start == text.Length ? text : text.Substring(start, end - start);
        bool isParsed = double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed);
        if (!isParsed || double.IsInfinity(parsed))
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

        int exponentStart = text.IndexOfAny(['e', 'E']);
        int mantissaEnd = exponentStart < 0 ? text.Length : exponentStart;
        long exponent = power + (exponentStart < 0 ? 0 : ReadExponent(text, exponentStart + 1));

        long significant = 0;
        int zeros = 0;
        bool isFraction = false;
        for (int i = text[0] == '-' ? 1 : 0; i < mantissaEnd; i++)
        {
            char c = text[i];
            if (c == '.')
            {
                isFraction = true;
                continue;
            }

            exponent -= isFraction ? 1 : 0;
            if (c == '0')
            {
                zeros += significant == 0 ? 0 : 1;
                continue;
            }

            // Zeros count only once another digit follows them: those at the end are the exponent's.
            if (!TryAppend(ref significant, zeros, c - '0'))
            {
                return false;
            }

            zeros = 0;
        }

        return TryRaise(text[0] == '-' ? -significant : significant, exponent + zeros, out value);
    }

    /// <summary>False where the digits become so many that the number is either no whole one or far beyond 32 bits.</summary>
    private static bool TryAppend(ref long significant, int zeros, int digit)
    {
        const long Limit = 100_000_000_000_000_000;
        if (significant != 0 && zeros >= MaxSafeDigits)
        {
            return false;
        }

        for (int i = 0; i <= zeros; i++)
        {
            if (significant >= Limit)
            {
                return false;
            }

            significant *= 10;
        }

        significant += digit;
        return true;
    }

    private static bool TryRaise(long significant, long exponent, out int value)
    {
        value = 0;
        if (significant == 0)
        {
            return true;
        }

        if (exponent is < 0 or > 10)
        {
            return false;
        }

        for (; exponent > 0; exponent--)
        {
            significant *= 10;
            if (significant is < int.MinValue or > int.MaxValue)
            {
                return false;
            }
        }

        if (significant is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        value = (int)significant;
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

    private static bool IsDecimal(string text, int start, int end)
    {
        int i = start;
        i += i < end && text[i] is '+' or '-' ? 1 : 0;
        int whole = SkipDigits(text, i, end);
        int digits = whole - i;
        i = whole;
        if (i < end && text[i] == '.')
        {
            int fraction = SkipDigits(text, i + 1, end);
            digits += fraction - i - 1;
            i = fraction;
        }

        if (digits == 0)
        {
            return false;
        }

        if (i < end && text[i] is 'e' or 'E')
        {
            i++;
            i += i < end && text[i] is '+' or '-' ? 1 : 0;
            int exponent = SkipDigits(text, i, end);
            if (exponent == i)
            {
                return false;
            }

            i = exponent;
        }

        return i == end;
    }

    private static int SkipDigits(string text, int start, int end)
    {
        int i = start;
        while (i < end && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }

    private static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');
}
