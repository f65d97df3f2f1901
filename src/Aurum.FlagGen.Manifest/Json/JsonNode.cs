namespace Aurum.FlagGen.Manifest.Json;

/// <summary>A JSON value that knows where it stands in its text. Immutable.</summary>
internal sealed class JsonNode
{
    private static readonly JsonNode[] NoItems = [];
    private static readonly JsonMember[] NoMembers = [];

    // A field for each kind of content: to ask one field what it holds would cost more than to read it.
    private readonly string? _text;
    private readonly JsonNode[]? _items;
    private readonly JsonMember[]? _members;

    private JsonNode(JsonKind kind, TextRange range)
    {
        Kind = kind;
        Range = range;
    }

    private JsonNode(JsonKind kind, TextRange range, string text)
        : this(kind, range) => _text = text;

    private JsonNode(TextRange range, JsonNode[] items)
        : this(JsonKind.Array, range) => _items = items;

    private JsonNode(TextRange range, JsonMember[] members)
        : this(JsonKind.Object, range) => _members = members;

    public JsonKind Kind { get; }

    /// <summary>Where the value stands, from its first character to its last.</summary>
    public TextRange Range { get; }

    public bool IsBoolean => Kind is JsonKind.True or JsonKind.False;

    /// <summary>A string's value with its escapes resolved, or a number exactly as it was written; empty for every other kind.</summary>
    public string Text => _text ?? "";

    /// <summary>An array's elements; empty for every other kind.</summary>
    public IReadOnlyList<JsonNode> Items => _items ?? NoItems;

    /// <summary>An object's members in the order of the text, duplicates included; empty for every other kind.</summary>
    public JsonMember[] Members => _members ?? NoMembers;

    /// <summary>The value of the first member of that name, or null.</summary>
    public JsonNode? this[string name]
    {
        get
        {
            foreach (JsonMember member in Members)
            {
                // Most names differ in length.
                if (member.Name.Length == name.Length && member.Name == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    public static JsonNode Literal(JsonKind kind, TextRange range) => new(kind, range);

    public static JsonNode Number(string text, TextRange range) => new(JsonKind.Number, range, text);

    public static JsonNode String(string value, TextRange range) => new(JsonKind.String, range, value);

    public static JsonNode Array(JsonNode[] items, TextRange range) => new(range, items);

    public static JsonNode Object(JsonMember[] members, TextRange range) => new(range, members);
}
