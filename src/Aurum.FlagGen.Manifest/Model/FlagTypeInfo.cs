using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A type of flags: what it takes, and what it is called in the manifest, in generated code and by the engine.</summary>
internal sealed class FlagTypeInfo
{
    private const string GetValue = "GetValue";

    /// <summary>Every type, in the order of its enumeration, which is that of the documentation.</summary>
    public static readonly IReadOnlyList<FlagTypeInfo> All =
    [
        new()
        {
            Type = FlagType.Boolean, Word = "boolean", Takes = "true or false", Fits = static value => value.IsBoolean,
            ValueType = "bool", Handle = "BooleanFlag", Getter = "IsEnabled", EngineCalls = ["GetBooleanValue", "GetBooleanDetails"],
            Placeholder = """{ "status": "disabled", "default_value": false }""",
        },
        new()
        {
            Type = FlagType.String, Word = "string", Takes = "a text", Fits = static value => value.Kind == JsonKind.String,
            ValueType = "string", Handle = "ValueFlag<>", Getter = GetValue, EngineCalls = ["GetStringValue", "GetStringDetails"],
            Placeholder = """{ "type": "string", "status": "disabled", "default_value": "" }""",
        },
        new()
        {
            Type = FlagType.Integer, Word = "integer", Takes = "a whole number from -2147483648 to 2147483647",
            Fits = static value => value.Kind == JsonKind.Number && NumberText.TryParseInt32(value.Text, out _),
            ValueType = "int", Handle = "ValueFlag<>", Getter = GetValue, EngineCalls = ["GetIntegerValue", "GetIntegerDetails"], Wider = FlagType.Number,
            Placeholder = """{ "type": "integer", "status": "disabled", "default_value": 0 }""",
        },
        new()
        {
            Type = FlagType.Number, Word = "number", Takes = "a number", Fits = static value => value.Kind == JsonKind.Number && NumberText.TryParse(value.Text, out _),
            ValueType = "double", Handle = "ValueFlag<>", Getter = GetValue, EngineCalls = ["GetDoubleValue", "GetDoubleDetails"],
            Placeholder = """{ "type": "number", "status": "disabled", "default_value": 0 }""",
        },
        new()
        {
            Type = FlagType.Object, Word = "object", Takes = "an object", Fits = static value => value.Kind == JsonKind.Object,
            ValueType = "global::System.Text.Json.JsonElement", Handle = "ValueFlag<>", Getter = GetValue, EngineCalls = ["GetObjectValue", "GetObjectDetails"],
            Placeholder = """{ "type": "object", "status": "disabled", "default_value": {} }""",
        },
        new()
        {
            Type = FlagType.Variant, Word = "variant", Takes = "the name of one of its variants", Fits = static value => value.Kind == JsonKind.String,
            ValueType = "string", Handle = "VariantFlag<>", Getter = "GetVariant", EngineCalls = ["GetVariant"], Wider = FlagType.String,
            Placeholder = """{ "type": "variant", "variants": ["control"], "status": "disabled", "default_value": "control" }""",
        },
    ];

    public required FlagType Type { get; init; }

    /// <summary>The type in flags.json.</summary>
    public required string Word { get; init; }

    /// <summary>The values that it takes, in a sentence.</summary>
    public required string Takes { get; init; }

    /// <summary>Whether a value is of the type, whatever the flag's variants and schema say.</summary>
    public required Func<JsonNode, bool> Fits { get; init; }

    /// <summary>The C# type of the values, where the flag has none of its own.</summary>
    public required string ValueType { get; init; }

    /// <summary>The runtime's struct that gives access to such a flag, with room for the type of its values.</summary>
    public required string Handle { get; init; }

    /// <summary>The handle's member that gives the value.</summary>
    public required string Getter { get; init; }

    /// <summary>The engine's methods that give the value by key.</summary>
    public required IReadOnlyList<string> EngineCalls { get; init; }

    /// <summary>Another type as which the engine gives the value.</summary>
    public FlagType? Wider { get; init; }

    /// <summary>A definition that is off until somebody decides more.</summary>
    public required string Placeholder { get; init; }

    public static FlagTypeInfo Of(FlagType type) => All[(int)type];

    /// <summary>The handle of a flag whose values are of a C# type.</summary>
    public string HandleOf(string valueType) => Handle.Replace("<>", $"<{valueType}>");
}
