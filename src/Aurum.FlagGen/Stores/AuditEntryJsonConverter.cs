using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>Reads and writes an entry as audit logs have it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AuditEntryJsonConverter : JsonConverter<AuditEntry>
{
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
        writer.WriteRawValue(value.ToJson());
    }
}
