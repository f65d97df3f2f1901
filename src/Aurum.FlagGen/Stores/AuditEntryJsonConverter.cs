using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>Reads and writes an entry as audit logs have it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AuditEntryJsonConverter : JsonConverter<AuditEntry>
{
    // An entry holds whole definitions, each as deep as a definition may be.
    private static readonly JsonDocumentOptions OfAnEntry = new() { MaxDepth = 256 };

    /// <inheritdoc/>
    public override AuditEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string json = DefinitionJson.ReadText(ref reader);
        return AuditEntry.TryParse(json, out AuditEntry? entry) ? entry : throw new JsonException("The JSON is no entry of an audit log; it needs a sequence, a time, an actor, an action and a key.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AuditEntry value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        string json = value.ToJson();
        using (JsonDocument.Parse(json, OfAnEntry))
        {
            // It is JSON, though an entry may hold text that is none. The writer's own check takes no more than 64
            // levels.
            writer.WriteRawValue(json, skipInputValidation: true);
        }
    }
}
