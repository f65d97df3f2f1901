using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>Reads and writes a status as the manifest does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FeatureFlagStatusJsonConverter : JsonConverter<FeatureFlagStatus>
{
    /// <inheritdoc/>
    public override FeatureFlagStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonWords.Read(ref reader, ManifestWords.Statuses);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FeatureFlagStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(ManifestWords.Statuses.WordFor(value));
    }
}
