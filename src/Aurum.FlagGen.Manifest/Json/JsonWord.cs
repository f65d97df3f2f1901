namespace Aurum.FlagGen.Manifest.Json;

/// <summary>What a run of characters without quotes is in JSON: a literal, a number, or a mistake that can be named.</summary>
internal static class JsonWord
{
    /// <summary>Whether the text is exactly a JSON number (RFC 8259, section 6).</summary>
    public static bool IsNumber(string text)
    {
        int i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int whole = SkipDigits(text, i);
        if (whole == i || (text[i] == '0' && whole > i + 1))
        {
            return false;
        }

        i = whole;
        if (i < text.Length && text[i] == '.')
        {
            int fraction = SkipDigits(text, i + 1);
            if (fraction == i + 1)
            {
                return false;
            }

            i = fraction;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            i += i < text.Length && text[i] is '+' or '-' ? 1 : 0;
            int exponent = SkipDigits(text, i);
            if (exponent == i)
            {
                return false;
            }

            i = exponent;
        }

        return i == text.Length;
    }

    /// <summary>The sentence for a word that is no value; <c>{0}</c> stands for the word.</summary>
    public static string Complaint(string word)
    {
        string bare = word.TrimStart('+', '-');
        if (Is(bare, "NaN") || Is(bare, "Infinity") || Is(bare, "inf"))
        {
            return "JSON has no {0}; a number is finite.";
        }

        if (Is(word, "true") || Is(word, "false") || Is(word, "null"))
        {
            return "{0} is written in lower case in JSON.";
        }

        if (Is(word, "undefined") || Is(word, "None") || Is(word, "nil"))
        {
            return "JSON has no {0}; write null.";
        }

        return bare.Length > 0 && bare[0] is (>= '0' and <= '9') or '.' ? NumberComplaint(word, bare) : "{0} is no JSON value; a text stands in double quotes.";
    }

    private static string NumberComplaint(string word, string bare)
    {
        if (word[0] == '+' && IsNumber(bare))
        {
            return "{0} is no JSON number; leave out the plus sign.";
        }

        string stripped = bare.TrimStart('0');
        if (stripped.Length < bare.Length && (IsNumber(stripped) || IsNumber("0" + stripped)))
        {
            return "{0} is no JSON number; leave out the leading zeros.";
        }

        return IsNumber("0" + bare) || IsNumber(bare + "0") || bare[0] == '.'
            ? "{0} is no JSON number; it needs a digit on both sides of the decimal point."
            : "{0} is no JSON number; a text stands in double quotes.";
    }

    private static bool Is(string word, string known) => string.Equals(word, known, StringComparison.OrdinalIgnoreCase);

    private static int SkipDigits(string text, int start)
    {
        int i = start;
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }
}
