namespace Aurum.FlagGen.Tests.Stores;

/// <summary>Reads an audit log as simply as it can be read, to compare with.</summary>
internal static class AuditLines
{
    /// <summary>All entries, oldest first; none where there is no file.</summary>
    public static IReadOnlyList<AuditEntry> Read(string path)
    {
        List<AuditEntry> entries = [];
        foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (AuditEntry.TryParse(line, out AuditEntry? entry))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
