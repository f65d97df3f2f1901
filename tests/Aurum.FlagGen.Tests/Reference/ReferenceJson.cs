using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Plain access to a JSON tree. A member that is missing and one that is null are the same in a definition: nothing is given.</summary>
internal static class ReferenceJson
{
    public static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    public static bool Has(JsonElement parent, string name) => Member(parent, name) is not null;

    public static string? TextMember(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } member ? Text(member) : null;

    public static IEnumerable<JsonProperty> Members(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Object } member ? member.EnumerateObject() : [];

    public static IEnumerable<JsonElement> Items(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    public static IEnumerable<string> Texts(JsonElement? parent, string name) => Items(parent, name).Select(Text);

    /// <summary>A number of a definition, exactly as it was written: percentages and weights have decimals that binary fractions only come near to.</summary>
    public static decimal? Decimal(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Number } member ? Decimal(member) : null;

    public static decimal Decimal(JsonElement number) => decimal.Parse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A member of a context's object, which may be null; of several with one name the last.</summary>
    public static JsonElement? ContextMember(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object
        ? parent.EnumerateObject().Where(member => NameOf(member) == name)
            .Select(static member => (JsonElement?)member.Value).LastOrDefault()
        : null;

    public static string NameOf(JsonProperty member) => Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member)));

    /// <summary>The text of a JSON string; half of a character stands in it as U+FFFD, as which it is hashed.</summary>
    public static string Text(JsonElement element) => Unescape(element.GetRawText()[1..^1]);

    /// <summary>Whether two JSON values are the same value, numbers being doubles.</summary>
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Number => Double(left) == Double(right),
            JsonValueKind.String => Text(left) == Text(right),
            JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength()
                && left.EnumerateArray().Zip(right.EnumerateArray()).All(static pair => AreEqual(pair.First, pair.Second)),
            JsonValueKind.Object => left.EnumerateObject().Count() == right.EnumerateObject().Count()
                && left.EnumerateObject().All(member => right.TryGetProperty(member.Name, out JsonElement other) && AreEqual(member.Value, other)),
            _ => true,
        };
    }

    public static double Double(JsonElement number) => double.Parse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The text of a JSON string without its quotation marks. Written out here because the framework's own way throws at a lone surrogate.</summary>
    private static string Unescape(string raw)
    {
        if (!raw.Contains('\\', StringComparison.Ordinal))
        {
            return raw;
        }

        StringBuilder text = new();
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }

            text.Append(raw[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                char same => same,
            });
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
