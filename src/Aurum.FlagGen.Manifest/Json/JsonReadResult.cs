namespace Aurum.FlagGen.Manifest.Json;

/// <summary>What a text gave: the tree of all that is sound in it, and what is not.</summary>
internal sealed class JsonReadResult(JsonNode? root, IReadOnlyList<JsonFault> faults)
{
    /// <summary>The document, or null where not even its outermost value could be read. Where there are faults, members and elements may be missing.</summary>
    public JsonNode? Root { get; } = root;

    /// <summary>The faults in the order of the text.</summary>
    public IReadOnlyList<JsonFault> Faults { get; } = faults;
}
