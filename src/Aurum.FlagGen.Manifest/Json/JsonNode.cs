using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>A JSON value that knows where it stands in its text. Immutable.</summary>
internal sealed class JsonNode
{
    private static readonly JsonNode[] NoItems = [];
    private static readonly JsonMember[] NoMembers = [];

    private readonly object? _content;

    private JsonNode(JsonKind kind, TextRange range, object? content)
    {
        Kind = kind;
        Range = range;
        _content = content;
    }

    public JsonKind Kind { get; }

    /// <summary>Where the value stands, from its first character to its last.</summary>
    public TextRange Range { get; }

    public bool IsBoolean => Kind is JsonKind.True or JsonKind.False;

    /// <summary>A string's value with its escapes resolved, or a number exactly as it was written; empty for every other kind.</summary>
    public string Text => _content as string ?? "";

    /// <summary>An array's elements; empty for every other kind.</summary>
    public IReadOnlyList<JsonNode> Items => _content as JsonNode[] ?? NoItems;

    /// <summary>An object's members in the order of the text, duplicates included; empty for every other kind.</summary>
    public IReadOnlyList<JsonMember> Members => _content as JsonMember[] ?? NoMembers;

    /// <summary>The value of the first member of that name, or null.</summary>
    public JsonNode? this[string name]
    {
        [MethodImpl(FastStart.Loop)]
        get
        {
            foreach (JsonMember member in _content as JsonMember[] ?? NoMembers)
            {
                if (member.Name == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    public static JsonNode Literal(JsonKind kind, TextRange range) => new(kind, range, null);

    public static JsonNode Number(string text, TextRange range) => new(JsonKind.Number, range, text);

    public static JsonNode String(string value, TextRange range) => new(JsonKind.String, range, value);

    public static JsonNode Array(JsonNode[] items, TextRange range) => new(JsonKind.Array, range, items);

    public static JsonNode Object(JsonMember[] members, TextRange range) => new(JsonKind.Object, range, members);
}
