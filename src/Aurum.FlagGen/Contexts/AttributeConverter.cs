using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Aurum.FlagGen.Contexts;

/// <summary>What a caller's objects are as attributes. What is of no kind that JSON knows counts as missing.</summary>
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
        IDictionary or IReadOnlyDictionary<string, object?> or IDictionary<string, object?> => AttributeValue.Object,
        IEnumerable => AttributeValue.From(Array.Empty<AttributeValue>()),
        _ => Convert(item),
    };

    public static AttributeValue Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => AttributeValue.From(ContextJson.TextOf(element)),
        JsonValueKind.True => AttributeValue.From(true),
        JsonValueKind.False => AttributeValue.From(false),
        JsonValueKind.Number => element.TryGetInt64(out long integer) ? AttributeValue.From(integer)
            : element.TryGetDouble(out double number) ? AttributeValue.From(number)
            : default,
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

    private static AttributeValue ConvertRare(object value) => value switch
    {
        AttributeValue attribute => attribute,
        FlagValue flagValue => Convert(flagValue.GetJsonElement()),
        uint or ushort or byte or short or sbyte => AttributeValue.From(System.Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong integer => integer <= long.MaxValue ? AttributeValue.From((long)integer) : AttributeValue.From((double)integer),
        float number => AttributeValue.From((double)number),
        Half number => AttributeValue.From((double)number),
        decimal number => AttributeValue.From((double)number),
        char character => AttributeValue.From(character.ToString()),
        Guid identity => AttributeValue.From(identity.ToString("D", CultureInfo.InvariantCulture)),
        DateOnly date => AttributeValue.From(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Enum member => AttributeValue.From(member.ToString()),
        IDictionary or IReadOnlyDictionary<string, object?> or IDictionary<string, object?> => AttributeValue.Object,
        IReadOnlyList<object?> items => AttributeValue.From(items),
        IEnumerable items => AttributeValue.From([.. items.Cast<object?>().Select(ConvertElement)]),
        _ => default,
    };
}
