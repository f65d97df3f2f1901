namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The <c>type</c> of a part of a payload schema: one word, or one word and null in a list.</summary>
/// <param name="Name">The word, or null where it is none that is supported.</param>
/// <param name="IsNullable">Whether null is allowed too.</param>
internal readonly record struct PayloadSchemaType(string? Name, bool IsNullable)
{
    public const string String = "string";
    public const string Integer = "integer";
    public const string Number = "number";
    public const string Boolean = "boolean";
    public const string Array = "array";
    public const string Object = "object";

    public static PayloadSchemaType Read(JsonNode schema)
    {
        JsonNode? type = schema["type"];
        if (type is { Kind: JsonKind.Array, Items.Count: 2 })
        {
            JsonNode[] others = [.. type.Items.Where(static item => item.Text != "null")];
            return others.Length == 1 ? new PayloadSchemaType(Known(others[0]), IsNullable: true) : default;
        }

        return new PayloadSchemaType(type is null ? null : Known(type), IsNullable: false);
    }

    private static string? Known(JsonNode word) =>
        word.Kind == JsonKind.String && word.Text is (String or Integer or Number or Boolean or Array or Object) ? word.Text : null;
}
