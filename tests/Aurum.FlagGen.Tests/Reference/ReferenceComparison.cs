using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>How one attribute's value compares with one value of a condition.</summary>
internal sealed class ReferenceComparison(string? valueType, bool ignoreCase)
{
    private StringComparison Ordinal => ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Whether a condition's value parses as the value type.</summary>
    public bool CanCompareWith(JsonElement value) => valueType switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => ReferenceNumber.Parse(value) is not null,
        "datetime" => ReferenceTime.ParseConditionValue(value) is not null,
        "semver" => value.ValueKind == JsonValueKind.String && ReferenceSemVer.Parse(ReferenceJson.Text(value)) is not null,
        _ => value.ValueKind == JsonValueKind.String && ReferenceVersion.ParsePattern(ReferenceJson.Text(value)) is not null,
    };

    /// <summary>Null equals null and a missing attribute and nothing else, before any value type. Kinds never mix, an object or a list equals nothing, and with a value type both sides are compared as that.</summary>
    public bool AreEqual(JsonElement? attribute, JsonElement value)
    {
        bool isNull = attribute is null or { ValueKind: JsonValueKind.Null };
        if (isNull || value.ValueKind == JsonValueKind.Null)
        {
            return isNull && value.ValueKind == JsonValueKind.Null;
        }

        JsonElement given = attribute!.Value;
        if (valueType is "number")
        {
            return ReferenceNumber.Parse(given) is not null && ReferenceNumber.AreEqual(NumberOf(given), NumberOf(value));
        }

        if (valueType is "datetime" or "semver" or "version")
        {
            return Order(given, value) == 0;
        }

        return given.ValueKind switch
        {
            JsonValueKind.String => value.ValueKind == JsonValueKind.String && string.Equals(ReferenceJson.Text(given), ReferenceJson.Text(value), Ordinal),
            JsonValueKind.Number => value.ValueKind == JsonValueKind.Number && valueType is null && ReferenceNumber.AreEqual(NumberOf(given), NumberOf(value)),
            JsonValueKind.True or JsonValueKind.False => value.ValueKind == given.ValueKind && valueType is null,
            _ => false,
        };
    }

    /// <summary>The order by the value type; without one a number is compared as a number and anything else as ordinal strings. What does not parse has no order.</summary>
    public int? Order(JsonElement attribute, JsonElement value)
    {
        switch (valueType ?? (value.ValueKind == JsonValueKind.Number ? "number" : "string"))
        {
            case "number":
                return ReferenceNumber.Parse(attribute) is { } number ? number.CompareTo(ReferenceNumber.Parse(value)!.Value) : null;
            case "datetime":
                return ReferenceTime.ParseAttribute(attribute) is { } time ? time.CompareTo(ReferenceTime.ParseConditionValue(value)!.Value) : null;
            case "semver":
                return Text(attribute) is { } semver && ReferenceSemVer.Parse(semver) is { } version
                    ? ReferenceSemVer.Compare(version, ReferenceSemVer.Parse(ReferenceJson.Text(value))!.Value)
                    : null;
            case "version":
                return Text(attribute) is { } dotted && ReferenceVersion.Parse(dotted) is { } parts
                    ? ReferenceVersion.Compare(parts, ReferenceVersion.ParsePattern(ReferenceJson.Text(value))!)
                    : null;
            default:
                return Text(attribute) is { } text ? string.CompareOrdinal(text, ReferenceJson.Text(value)) : null;
        }
    }

    /// <summary>contains, startswith, endswith and regex: strings only, ordinal. A number is not a string.</summary>
    public bool TextHolds(string op, JsonElement attribute, JsonElement value)
    {
        if (Text(attribute) is not { } text || Text(value) is not { } sought)
        {
            return false;
        }

        return op switch
        {
            "contains" => text.Contains(sought, Ordinal),
            "startswith" => text.StartsWith(sought, Ordinal),
            "endswith" => text.EndsWith(sought, Ordinal),
            _ => ReferenceRegex.IsMatch(sought, ignoreCase, text),
        };
    }

    private static string NumberOf(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : ReferenceJson.Text(value);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? ReferenceJson.Text(value) : null;
}
