namespace Aurum.FlagGen.Manifest.Json;

/// <summary>A member of a JSON object, as it stands in the text.</summary>
internal readonly struct JsonMember(string name, TextRange nameRange, JsonNode value)
{
    public string Name { get; } = name;

    /// <summary>Where the name stands, quotes included.</summary>
    public TextRange NameRange { get; } = nameRange;

    public JsonNode Value { get; } = value;
}
