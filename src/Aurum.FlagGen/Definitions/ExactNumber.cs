using System.Globalization;

namespace Aurum.FlagGen.Definitions;

/// <summary>A decimal number with all its digits, where a number of double precision would lose some of them.</summary>
internal sealed class ExactNumber
{
    /// <summary>So many characters without an exponent are a number that double precision tells from every other of as many.</summary>
    private const int SafeLength = 15;

    /// <summary>Exponents beyond this are of numbers too large, or too close to 0, for any comparison to make a difference.</summary>
    private const long MaxExponent = 1_000_000_000;

    /// <summary>Up to so many zeros are written out.</summary>
    private const int MaxZeros = 40;

    /// <summary>The digits without zeros around them, and where the point stands.</summary>
    private readonly string _digits;
    private readonly long _exponent;
    private readonly bool _isNegative;

    /// <param name="text">A decimal number: a sign, digits with a point, an exponent, of which all but a digit may be left out.</param>
    /// <param name="isInteger">Whether the number is an integer by its kind, so that it may be a targeting key.</param>
    public ExactNumber(ReadOnlySpan<char> text, bool isInteger = false)
    {
        _digits = Split(text, out _isNegative, out _exponent);
        IsInteger = isInteger;
        Value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        Text = ToText();
    }

    /// <summary>The number nearest to it in double precision; infinite where there is none.</summary>
    public double Value { get; }

    public bool IsInteger { get; }

    /// <summary>The number as JSON. Equal numbers have equal texts.</summary>
    public string Text { get; }

    /// <summary>All digits of an integer, as which it is a targeting key.</summary>
    public string IntegerText => Sign + _digits + new string('0', (int)_exponent);

    private string Sign => _isNegative ? "-" : "";

    public override string ToString() => Text;

    /// <summary>The one text that a number has, however it is written.</summary>
    public static string Normalize(ReadOnlySpan<char> text) => new ExactNumber(text).Text;

    /// <summary>Whether a number of double precision says all that a text says: its shortest text is the same number.</summary>
    public static bool IsToldBy(double value, ReadOnlySpan<char> text) =>
        (text.Length <= SafeLength && !text.ContainsAny('e', 'E')) || Normalize(text) == TextOf(value);

    /// <summary>The text of a number of double precision, which counts as the shortest decimal that reads back as it.</summary>
    public static string TextOf(double value)
    {
        Span<char> buffer = stackalloc char[32];
        value.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture);
        return Normalize(buffer[..length]);
    }

    private static string Split(ReadOnlySpan<char> text, out bool isNegative, out long exponent)
    {
        isNegative = text[0] == '-';
        int mark = text.IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = (mark < 0 ? text : text[..mark]).TrimStart("+-");
        exponent = mark < 0 ? 0 : ReadExponent(text[(mark + 1)..]);
        int point = mantissa.IndexOf('.');
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        string all = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        string digits = all.TrimEnd('0');
        exponent += all.Length - digits.Length;
        digits = digits.TrimStart('0');
        if (digits.Length == 0)
        {
            isNegative = false;
            exponent = 0;
            return "0";
        }

        return digits;
    }

    private static long ReadExponent(ReadOnlySpan<char> text)
    {
        long value = 0;
        foreach (char c in text)
        {
            value = char.IsAsciiDigit(c) ? Math.Min(MaxExponent, (value * 10) + (c - '0')) : value;
        }

        return text[0] == '-' ? -value : value;
    }

    private string ToText()
    {
        if (_exponent is >= 0 and <= MaxZeros)
        {
            return IntegerText;
        }

        long whole = _digits.Length + _exponent;
        return whole > 0 && _exponent < 0 ? $"{Sign}{_digits.AsSpan(0, (int)whole)}.{_digits.AsSpan((int)whole)}"
            : whole is <= 0 and > -MaxZeros ? $"{Sign}0.{new string('0', (int)-whole)}{_digits}"
            : string.Create(CultureInfo.InvariantCulture, $"{Sign}{_digits}E{_exponent}");
    }
}
