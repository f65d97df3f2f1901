using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Aurum.FlagGen.Contexts;

/// <summary>What a caller's objects are as attributes. What is of no kind that is understood says so, so that it is never taken for a missing attribute.</summary>
internal static class AttributeConverter
{
    public static AttributeValue Convert(object? value) => value switch
    {
        null => default,
        string text => AttributeValue.From(text),
        bool boolean => AttributeValue.From(boolean),
        int integer => AttributeValue.From((long)integer),
        long integer => AttributeValue.From(integer),
        double number => AttributeValue.From(number),
        JsonElement element => Convert(element),
        DateTimeOffset instant => AttributeValue.From(instant),
        DateTime instant => AttributeValue.From(ToInstant(instant)),
        IReadOnlyList<string> texts => AttributeValue.From(texts),
        _ => ConvertRare(value),
    };

    /// <summary>An element of a list. One that is a list equals nothing, so that nobody looks into it: lists may contain each other, and themselves.</summary>
    public static AttributeValue ConvertElement(object? item) => item switch
    {
        string text => AttributeValue.From(text),
        JsonElement element => ConvertElement(element),
        JsonObject or IDictionary or IReadOnlyDictionary<string, object?> or IDictionary<string, object?> => AttributeValue.Object,
        IEnumerable => AttributeValue.From(Array.Empty<AttributeValue>()),
        _ => Convert(item),
    };

    public static AttributeValue Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => AttributeValue.From(ContextJson.TextOf(element)),
        JsonValueKind.True => AttributeValue.From(true),
        JsonValueKind.False => AttributeValue.From(false),
        JsonValueKind.Number => element.TryGetInt64(out long integer) ? AttributeValue.From(integer) : FromNumber(element.GetRawText()),
        JsonValueKind.Array => AttributeValue.From([.. element.EnumerateArray().Select(ConvertElement)]),
        JsonValueKind.Object => AttributeValue.Object,
        _ => default,
    };

    private static AttributeValue ConvertElement(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? AttributeValue.From(Array.Empty<AttributeValue>()) : Convert(element);

    /// <summary>A time of no kind is taken for UTC, as a definition's is.</summary>
    private static DateTimeOffset ToInstant(DateTime time) => time.Kind switch
    {
        DateTimeKind.Local => new DateTimeOffset(time),
        _ => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
    };

    private static AttributeValue FromNumber(string json) => AttributeValue.FromNumber(json, isInteger: json.AsSpan().IndexOfAny(".eE") < 0);

    private static AttributeValue ConvertRare(object value) => value switch
    {
        AttributeValue attribute => attribute,
        FlagValue flagValue => Convert(flagValue.GetJsonElement()),
        JsonNode node => ConvertNode(node),
        JsonDocument document => Convert(document.RootElement),
        DBNull => default,
        char or Rune or Guid or Version or Enum => AttributeValue.From(value.ToString()),
        Uri uri => AttributeValue.From(uri.OriginalString),
        DateOnly day => AttributeValue.From(day),
        IDictionary or IReadOnlyDictionary<string, object?> or IDictionary<string, object?> => AttributeValue.Object,
        IReadOnlyList<object?> items => AttributeValue.From(items),
        IEnumerable items => AttributeValue.From([.. items.Cast<object?>().Select(ConvertElement)]),
        _ => ConvertNumber(value) ?? AttributeValue.From(NotUnderstood.OfType(value.GetType())),
    };

    /// <summary>A number of any width. One of fewer bits than double precision counts as the decimal that it is written as: 0.1f is 0.1.</summary>
    private static AttributeValue? ConvertNumber(object value) => value switch
    {
        uint or ushort or byte or short or sbyte or nint or nuint or ulong or Int128 or UInt128 or BigInteger => AttributeValue.FromNumber(Text(value), isInteger: true),
        decimal => AttributeValue.FromNumber(Text(value), isInteger: false),
        float number when float.IsFinite(number) => AttributeValue.FromNumber(Text(value), isInteger: false),
        Half number when Half.IsFinite(number) => AttributeValue.FromNumber(Text(value), isInteger: false),
        float number => AttributeValue.From((double)number),
        Half number => AttributeValue.From((double)number),
        _ => null,
    };

    private static string Text(object number) => ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture);

    private static AttributeValue ConvertNode(JsonNode node) => node switch
    {
        JsonObject => AttributeValue.Object,
        JsonArray items => AttributeValue.From([.. items.Select(ConvertElement)]),
        _ => ConvertNode(node.AsValue()),
    };

    /// <summary>What was put into the node, where that is understood; else what the node is as JSON.</summary>
    private static AttributeValue ConvertNode(JsonValue node)
    {
        if (node.TryGetValue(out object? content) && content is not JsonNode && Convert(content) is { Kind: not AttributeKind.NotUnderstood } value)
        {
            return value;
        }

        using JsonDocument document = JsonDocument.Parse(node.ToJsonString());
        return Convert(document.RootElement);
    }
}
