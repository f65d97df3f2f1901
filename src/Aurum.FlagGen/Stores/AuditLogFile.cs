using System.Text;

namespace Aurum.FlagGen.Stores;

/// <summary>An audit log as a file with one JSON object on each line.</summary>
/// <remarks>A line that a crash left unfinished is passed over when the log is read, and the next entry begins on a line of its own.</remarks>
internal sealed class AuditLogFile(string path)
{
    private const int TailBytes = 64 * 1024;

    public string Path { get; } = path;

    /// <summary>Appends an entry, on the disk when this returns.</summary>
    /// <param name="create">Makes the entry of its sequence number.</param>
    /// <returns>The length of the file before, to which <see cref="Truncate"/> goes back.</returns>
    public long Append(Func<long, AuditEntry> create)
    {
        using FileStream stream = new(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        long length = stream.Length;
        AuditEntry entry = create(LastSequence(stream) + 1);
        stream.Seek(0, SeekOrigin.End);
        string lineEnd = length > 0 && !EndsWithLine(stream) ? "\n" : "";
        byte[] line = Encoding.UTF8.GetBytes($"{lineEnd}{entry.ToJson()}\n");
        try
        {
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // An entry that may be there and may be not must not tell of a change that is given up.
            stream.SetLength(length);
            throw;
        }

        return length;
    }

    /// <summary>Takes back what was appended to a file of that length.</summary>
    public void Truncate(long length)
    {
        using FileStream stream = new(Path, FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete);
        stream.SetLength(length);
    }

    /// <summary>Reads all entries while they are asked for, oldest first; none where there is no file.</summary>
    public IEnumerable<AuditEntry> ReadEntries()
    {
        if (!File.Exists(Path))
        {
            yield break;
        }

        using FileStream stream = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (AuditEntry.TryParse(line, out AuditEntry? entry))
            {
                yield return entry;
            }
        }
    }

    private static bool EndsWithLine(FileStream stream)
    {
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    // Looks for the last sound entry from the end, in ever larger parts: an entry holds two definitions and may be long.
    private static long LastSequence(FileStream stream)
    {
        for (long size = TailBytes; stream.Length > 0; size *= 8)
        {
            long start = Math.Max(0, stream.Length - size);
            stream.Seek(start, SeekOrigin.Begin);
            byte[] tail = new byte[stream.Length - start];
            stream.ReadExactly(tail);
            string[] lines = Encoding.UTF8.GetString(tail).Split('\n');
            for (int i = lines.Length - 1; i >= (start == 0 ? 0 : 1); i--)
            {
                if (AuditEntry.TryParse(lines[i], out AuditEntry? entry))
                {
                    return entry.Sequence;
                }
            }

            if (start == 0)
            {
                break;
            }
        }

        return 0;
    }
}
