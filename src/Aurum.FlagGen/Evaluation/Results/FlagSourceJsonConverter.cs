using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <summary>Reads and writes where a definition came from, such as <c>STORE</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagSourceJsonConverter : JsonConverter<FlagSource>
{
    /// <inheritdoc/>
    public override FlagSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonWords.Read(ref reader, JsonWords.Sources);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FlagSource value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(JsonWords.Sources.WordFor(value));
    }
}
