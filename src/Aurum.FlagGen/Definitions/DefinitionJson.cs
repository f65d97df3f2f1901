using System.Text.Json;

namespace Aurum.FlagGen.Definitions;

/// <summary>Between the serializer of the framework and this library's own reader and writers of definitions.</summary>
internal static class DefinitionJson
{
    /// <summary>The next value of the serializer's reader as its text.</summary>
    public static string ReadText(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader).GetRawText();

    /// <summary>The next value of the serializer's reader, as the library's own reader reads it.</summary>
    /// <exception cref="JsonException">The value is no JSON for that reader: a name stands in it twice, say.</exception>
    public static JsonNode Read(ref Utf8JsonReader reader)
    {
        JsonReadResult result = JsonReader.Read(ReadText(ref reader));
        return result.Faults.Count == 0 && result.Root is { } root ? root : throw new JsonException(result.Faults[0].Message);
    }
}
