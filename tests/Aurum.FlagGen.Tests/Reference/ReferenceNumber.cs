using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Numbers, as <c>value_type</c> number reads them.</summary>
internal static class ReferenceNumber
{
    private static readonly Regex Shape = new(
        @"\A[ \t\n\v\f\r]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?[ \t\n\v\f\r]*\z",
        RegexOptions.CultureInvariant);

    /// <summary>A number, or a string that is one from end to end: a point for decimals, no thousands separators, white space around it allowed, and finite.</summary>
    public static double? Parse(JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => ReferenceJson.Text(value),
            _ => null,
        };
        if (text is null || !Shape.IsMatch(text))
        {
            return null;
        }

        double number = double.Parse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : null;
    }

    /// <summary>An integer of any width in the invariant form: a JSON number without fraction or exponent.</summary>
    public static string? IntegerText(JsonElement number) =>
        BigInteger.TryParse(number.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger integer)
            ? integer.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether two numbers, or strings that are numbers, are the same number: 0.1 is 0.10, 1e3 is 1000, and no digit is lost.</summary>
    public static bool AreEqual(string left, string right)
    {
        (BigInteger digits, int power) = Exact(left);
        (BigInteger otherDigits, int otherPower) = Exact(right);
        int least = Math.Min(power, otherPower);
        return digits * BigInteger.Pow(10, power - least) == otherDigits * BigInteger.Pow(10, otherPower - least);
    }

    /// <summary>A number as a whole one times a power of ten.</summary>
    private static (BigInteger Digits, int Power) Exact(string text)
    {
        string[] parts = text.Trim().Split('e', 'E');
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        BigInteger digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int exponent = parts.Length == 1 ? 0 : int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (digits, digits.IsZero ? 0 : exponent - decimals);
    }
}
