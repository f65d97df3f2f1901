using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurum.FlagGen.Definitions;

/// <summary>Writes a flag's value as the JSON that it is.</summary>
internal sealed class FlagValueJsonConverter : JsonConverter<FlagValue>
{
    public override bool HandleNull => true;

    public override FlagValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FlagValue.From(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, FlagValue value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value is null ? "null" : value.ToJson());
}
