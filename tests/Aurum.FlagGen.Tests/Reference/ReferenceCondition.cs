using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>One condition: an attribute's path, and an object with an operator and a value.</summary>
internal sealed class ReferenceCondition
{
    private readonly ReferenceComparison _comparison;

    private readonly ReferenceComparison _untyped;

    private ReferenceCondition(string path, string op, JsonElement value, string? valueType, bool ignoreCase, bool negate)
    {
        Path = path;
        Op = op;
        Value = value;
        ValueType = valueType;
        IgnoreCase = ignoreCase;
        Negate = negate;
        _comparison = new ReferenceComparison(valueType, ignoreCase);
        _untyped = new ReferenceComparison(null, ignoreCase);
    }

    public string Path { get; }

    public string Op { get; }

    public JsonElement Value { get; }

    public string? ValueType { get; }

    public bool IgnoreCase { get; }

    public bool Negate { get; }

    /// <summary>The condition's values: those of a list, or the one.</summary>
    private IEnumerable<JsonElement> Values => Value.ValueKind == JsonValueKind.Array ? Value.EnumerateArray() : [Value];

    /// <summary>The conditions of a rule or a segment: a path's bare value means eq, and every condition of a list must hold.</summary>
    public static IEnumerable<ReferenceCondition> AllOf(JsonElement owner)
    {
        foreach (JsonProperty member in ReferenceJson.Members(owner, "conditions"))
        {
            JsonElement[] conditions = member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : [member.Value];
            foreach (JsonElement condition in conditions)
            {
                yield return condition.ValueKind != JsonValueKind.Object
                    ? new ReferenceCondition(member.Name, "eq", condition, null, false, false)
                    : new ReferenceCondition(
                        member.Name,
                        ReferenceJson.TextMember(condition, "op") ?? "",
                        condition.TryGetProperty("value", out JsonElement value) ? value : default,
                        ReferenceJson.TextMember(condition, "value_type"),
                        ReferenceJson.Member(condition, "ignore_case") is { ValueKind: JsonValueKind.True },
                        ReferenceJson.Member(condition, "negate") is { ValueKind: JsonValueKind.True });
            }
        }
    }

    /// <summary>The patterns that count towards a flag's twenty: each element of a list.</summary>
    public IEnumerable<JsonElement> Patterns => Op == "regex" ? Values : [];

    /// <summary>Whether the condition's own value does not fit, or its operator has no use for what it says besides (an order has no case to ignore, and what looks at text alone has no other value type): it then never holds, also under neq, nin and negate.</summary>
    public bool IsFaulty =>
        (ValueType is not null && ValueType is not ("string" or "number" or "datetime" or "semver" or "version"))
        || (IgnoreCase && Op is "gt" or "gte" or "lt" or "lte")
        || (ValueType is not (null or "string") && Op is "contains" or "startswith" or "endswith" or "regex")
        || Op switch
        {
            "eq" or "neq" => !CanBeEqualed(Value),
            "in" or "nin" => Value.ValueKind != JsonValueKind.Array || !Value.EnumerateArray().All(CanBeEqualed),
            "gt" or "gte" or "lt" or "lte" => !CanBeOrdered(Value),
            "contains" => !Values.All(static value => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)),
            "startswith" or "endswith" => !Values.All(static value => value.ValueKind == JsonValueKind.String),
            "regex" => !Values.All(static value => value.ValueKind == JsonValueKind.String && ReferenceRegex.Accepts(ReferenceJson.Text(value))),
            _ => true,
        };

    /// <summary>A faulty condition is false. A list contains a value that some element equals, of whatever kind: eq and in are compared by the value type, contains is not. neq and nin are the exact complements of eq and in, and negate turns the result round.</summary>
    public bool Holds(ReferenceContext context)
    {
        if (IsFaulty)
        {
            return false;
        }

        JsonElement? attribute = context.Find(Path);
        bool holds = Op switch
        {
            "eq" => IsAnyEqual(attribute, [Value]),
            "neq" => !IsAnyEqual(attribute, [Value]),
            "in" => IsAnyEqual(attribute, Value.EnumerateArray()),
            "nin" => !IsAnyEqual(attribute, Value.EnumerateArray()),
            "gt" => Elements(attribute).Any(element => _comparison.Order(element, Value) > 0),
            "gte" => Elements(attribute).Any(element => _comparison.Order(element, Value) >= 0),
            "lt" => Elements(attribute).Any(element => _comparison.Order(element, Value) < 0),
            "lte" => Elements(attribute).Any(element => _comparison.Order(element, Value) <= 0),
            "contains" when attribute is { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Any(element => Values.Any(value => _untyped.AreEqual(element, value))),
            _ => Elements(attribute).Any(element => Values.Any(value => _comparison.TextHolds(Op, element, value))),
        };
        return holds != Negate;
    }

    /// <summary>A missing attribute equals null; of a list attribute any element suffices.</summary>
    private bool IsAnyEqual(JsonElement? attribute, IEnumerable<JsonElement> values) => attribute is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Any(element => values.Any(value => _comparison.AreEqual(element, value)))
        : values.Any(value => _comparison.AreEqual(attribute, value));

    /// <summary>A list's elements, or the attribute itself where it is there.</summary>
    private static IEnumerable<JsonElement> Elements(JsonElement? attribute) => attribute switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } single => [single],
    };

    /// <summary>Strings, numbers, booleans and null can be equal to something; with a value type, what parses as that. Null is compared before any value type.</summary>
    private bool CanBeEqualed(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Undefined)
            && (ValueType is null || _comparison.CanCompareWith(value)));

    /// <summary>Strings and numbers have an order; with a value type, what parses as that.</summary>
    private bool CanBeOrdered(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number && (ValueType is null || _comparison.CanCompareWith(value));
}
