using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>Reads and writes a definition as stores do: snake_case, with the key inside.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FeatureFlagJsonConverter : JsonConverter<FeatureFlag>
{
    /// <inheritdoc/>
    public override FeatureFlag Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string json = DefinitionJson.ReadText(ref reader);
        return FeatureFlag.TryParse(json, out FeatureFlag? flag, out string? fault) ? flag : throw new JsonException(fault);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FeatureFlag value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.ToJson());
    }
}
