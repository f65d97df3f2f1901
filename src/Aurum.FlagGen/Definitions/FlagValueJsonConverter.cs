using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>Writes a flag's value as the JSON that it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagValueJsonConverter : JsonConverter<FlagValue>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override FlagValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FlagValue.From(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FlagValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value is null ? "null" : value.ToJson());
    }
}
