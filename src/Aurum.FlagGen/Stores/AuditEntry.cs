using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>One change, as the audit log keeps it.</summary>
[JsonConverter(typeof(AuditEntryJsonConverter))]
public sealed record AuditEntry
{
    // An entry holds two definitions, each of which may be as long and as deep as a whole manifest.
    private static readonly JsonLimits Limits = new() { MaxLength = 4 * JsonLimits.Default.MaxLength, MaxDepth = JsonLimits.Default.MaxDepth + 1 };

    /// <summary>The entry's place in its store's log, from 1; later entries have greater numbers.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened, by the writer's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string Actor { get; init; }

    /// <summary>What kind of change it was.</summary>
    public required string Action { get; init; }

    /// <summary>The flag's key.</summary>
    public required string Key { get; init; }

    /// <summary>The flag's version after the change; of a deletion, the version that the deletion itself was given, or 0.</summary>
    public long Version { get; init; }

    /// <summary>The flag's version before the change, or 0 where there was no flag.</summary>
    public long PreviousVersion { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The definition before the change, as JSON, or null where there was no flag.</summary>
    public string? Before { get; init; }

    /// <summary>The definition after the change, as JSON, or null where the flag was deleted.</summary>
    public string? After { get; init; }

    /// <summary>Reads an entry from JSON.</summary>
    /// <param name="json">The JSON, as <see cref="ToJson"/> writes it.</param>
    /// <param name="entry">The entry, or null.</param>
    /// <returns>Whether the text is the JSON of an entry.</returns>
    public static bool TryParse(string json, [NotNullWhen(true)] out AuditEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(json);
        entry = null;
        JsonReadResult result = JsonReader.Read(json, Limits);
        if (result.Root is not { Kind: JsonKind.Object } root || result.Faults.Count > 0)
        {
            return false;
        }

        NodeReader reader = new();
        AuditEntry read = new()
        {
            Sequence = reader.Version(root["sequence"]),
            At = reader.Time(root["at"]).GetValueOrDefault(),
            Actor = reader.RequiredText(root, "actor"),
            Action = reader.RequiredText(root, "action"),
            Key = reader.RequiredText(root, "key"),
            Version = reader.Version(root["version"]),
            PreviousVersion = reader.Version(root["previous_version"]),
            Reason = reader.Text(root["reason"]),
            Before = Definition(root["before"]),
            After = Definition(root["after"]),
        };
        entry = reader.HasFault ? null : read;
        return entry is not null;
    }

    /// <summary>The entry as compact JSON on one line.</summary>
    public string ToJson()
    {
        DefinitionWriter writer = new();
        writer.BeginObject();
        writer.Version("sequence", Sequence);
        writer.Time("at", At);
        writer.Text("actor", Actor);
        writer.Text("action", Action);
        writer.Text("key", Key);
        writer.Version("version", Version);
        writer.Version("previous_version", PreviousVersion);
        writer.Text("reason", Reason);
        writer.Json("before", Before);
        writer.Json("after", After);
        writer.EndObject();
        return writer.ToString();
    }

    private static string? Definition(JsonNode? node) => NodeReader.IsAbsent(node) ? null : JsonText.Minify(node);
}
