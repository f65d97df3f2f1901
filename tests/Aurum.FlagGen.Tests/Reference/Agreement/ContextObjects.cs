using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>JSON as the objects that an application puts into a dictionary.</summary>
internal static class ContextObjects
{
    public static Dictionary<string, object?> Of(JsonElement json) =>
        json.EnumerateObject().ToDictionary(static member => member.Name, static member => OfValue(member.Value));

    /// <summary>A number of the narrowest type that holds it.</summary>
    private static object NumberOf(JsonElement json) =>
        json.TryGetInt64(out long integer) ? integer
        : BigInteger.TryParse(json.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger large) ? large
        : !json.GetRawText().Contains('e', StringComparison.OrdinalIgnoreCase) && json.TryGetDecimal(out decimal exact) ? exact
        : json.GetDouble();

    private static object? OfValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => ReferenceJson.Text(json),
        JsonValueKind.Number => NumberOf(json),
        JsonValueKind.True or JsonValueKind.False => json.ValueKind == JsonValueKind.True,
        JsonValueKind.Array => json.EnumerateArray().Select(OfValue).ToList(),
        JsonValueKind.Object => json.EnumerateObject().GroupBy(static member => ReferenceJson.NameOf(member)).ToDictionary(static group => group.Key, static group => OfValue(group.Last().Value)),
        _ => null,
    };
}
