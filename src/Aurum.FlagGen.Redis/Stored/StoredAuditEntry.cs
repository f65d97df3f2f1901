using System.Globalization;

namespace Aurum.FlagGen.Redis.Stored;

/// <summary>The text that an audit entry is in the store: lines that the script puts together without reading JSON.</summary>
/// <remarks>The stamp, the set's version, the flag's version after and before, the head, the definition after and before. Only the last can have line ends, where it was damaged.</remarks>
internal static class StoredAuditEntry
{
    private const int Parts = 7;
    private const string Unknown = "?";

    /// <summary>What the writer knows of an entry.</summary>
    public static string HeadOf(FlagChange change, string key, DateTimeOffset at) => new AuditEntry
    {
        Sequence = 0,
        At = at,
        Actor = change.Actor,
        Action = change.Action,
        Reason = change.Reason,
        Key = key,
    }.ToJson();

    /// <summary>The second before which entries are too old, as an entry writes it; empty where entries of any age are kept.</summary>
    /// <param name="now">The time of the newest entry.</param>
    /// <param name="maxAge">How long an entry is kept.</param>
    public static string SecondOf(DateTimeOffset now, TimeSpan? maxAge) =>
        maxAge is { } age && age < now - DateTimeOffset.MinValue ? (now - age).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>Reads an entry. One that is damaged is shown as what it is, so that nobody misses it.</summary>
    public static AuditEntry Read(string text)
    {
        string[] parts = text.Split('\n', Parts);
        if (parts.Length != Parts || !AuditEntry.TryParse(parts[4], out AuditEntry? head))
        {
            return new AuditEntry
            {
                Sequence = parts.Length > 1 ? Number(parts[1]) : 0,
                At = DateTimeOffset.UnixEpoch,
                Actor = Unknown,
                Action = "damaged",
                Key = Unknown,
                Reason = "What the store has in the place of this entry cannot be read.",
            };
        }

        long version = Number(parts[2]);
        long previous = Number(parts[3]);
        return head with
        {
            Sequence = Number(parts[1]),
            Version = version,
            PreviousVersion = previous,
            After = WithVersion(parts[5], version),
            Before = WithVersion(parts[6], previous),
        };
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static string? WithVersion(string definition, long version)
    {
        if (definition.Length == 0)
        {
            return null;
        }

        return StoredFlag.TryReadDefinition(definition, version, out FeatureFlag? flag, out _) ? flag.ToJson() : definition;
    }
}
