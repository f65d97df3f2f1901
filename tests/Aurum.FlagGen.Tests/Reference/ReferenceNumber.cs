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

    /// <summary>An integer in the invariant form: a JSON number without fraction or exponent that 64 bits hold.</summary>
    public static string? IntegerText(JsonElement number) =>
        BigInteger.TryParse(number.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger integer)
        && integer >= long.MinValue && integer <= long.MaxValue
            ? integer.ToString(CultureInfo.InvariantCulture)
            : null;
}
