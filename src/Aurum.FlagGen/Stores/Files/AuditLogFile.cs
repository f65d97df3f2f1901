using System.Text;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Stores;

/// <summary>An audit log as a file with one JSON object on each line.</summary>
/// <remarks>A line that a crash left unfinished is passed over when the log is read, and the next entry begins on a line of its own.</remarks>
internal sealed class AuditLogFile(string path)
{
    // A page that is read while another process takes back what it appended is read again.
    private const int Attempts = 3;

    private static readonly AuditQuery Everything = new();

    public string Path { get; } = path;

    /// <summary>Appends an entry, on the disk when this returns.</summary>
    /// <param name="create">Makes the entry of its sequence number.</param>
    /// <returns>The length of the file before, to which <see cref="Truncate"/> goes back.</returns>
    /// <exception cref="FeatureFlagStoreException">No reader could make the entry of what would be written.</exception>
    public long Append(Func<long, AuditEntry> create)
    {
        using FileStream stream = new(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        long length = stream.Length;
        string json = Check(create(LastSequence(stream) + 1));
        stream.Seek(0, SeekOrigin.End);
        string lineEnd = length > 0 && !EndsWithLine(stream) ? "\n" : "";
        byte[] line = Encoding.UTF8.GetBytes($"{lineEnd}{json}\n");
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

    /// <summary>Takes out what a retention does not keep, where there is a tenth more than that. Nobody else may write meanwhile.</summary>
    public void Trim(AuditRetention retention, DateTimeOffset now, ILogger logger)
    {
        if (retention == AuditRetention.Unlimited || !HasContent())
        {
            return;
        }

        try
        {
            using FileStream stream = OpenRead();
            AuditEntry? first = FirstEntry(stream);
            if (first is not null && (retention.IsExceededBy(LastSequence(stream) - first.Sequence + 1) || retention.IsExceededBy(now - first.At)))
            {
                long kept = ReplaceByRest(stream, FindCut(stream, retention, now));
                Log.AuditTrimmed(logger, kept - first.Sequence, Path, retention.ToString());
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A change is written all the same, and the next one tries again.
            Log.AuditNotTrimmed(logger, Path, exception.Message);
        }
    }

    /// <summary>Reads a page from the end of the log: of entries that are not on it, none is made.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page or the limit is out of range.</exception>
    public AuditPage ReadPage(AuditQuery query)
    {
        query.ThrowIfOutOfRange();
        for (int attempt = 1; HasContent(); attempt++)
        {
            try
            {
                using FileStream stream = OpenRead();
                return ReadPage(stream, query);
            }
            catch (EndOfStreamException) when (attempt < Attempts)
            {
                // The file has become shorter.
            }
        }

        return query.ToPage([], 0);
    }

    /// <summary>The entries that match, newest first. No more of the log is read than is asked for.</summary>
    public IEnumerable<AuditEntry> ReadNewestFirst(AuditQuery query)
    {
        if (!HasContent())
        {
            yield break;
        }

        using FileStream stream = OpenRead();
        foreach (ReadOnlyMemory<byte> line in LinesFromEnd.Read(stream))
        {
            if (AuditLine.IsWanted(line.Span, query) && Parse(line.Span) is { } entry)
            {
                yield return entry;
            }
        }
    }

    private static AuditPage ReadPage(FileStream stream, AuditQuery query)
    {
        long skipped = (long)(query.Page - 1) * query.Limit;
        List<AuditEntry> entries = [];
        long newest = 0;
        long total = 0;
        foreach (ReadOnlyMemory<byte> line in LinesFromEnd.Read(stream))
        {
            if (!AuditLine.IsWanted(line.Span, query))
            {
                continue;
            }

            bool isOnPage = total >= skipped && entries.Count < query.Limit;
            if ((isOnPage || total == 0) && Parse(line.Span) is { } entry)
            {
                newest = total == 0 ? entry.Sequence : newest;
                entries.AddRange(isOnPage ? [entry] : []);
            }
            else if (isOnPage)
            {
                continue;
            }

            total++;
            if (entries.Count == query.Limit && query.AsksForAll)
            {
                // Numbers have no gaps, so that older entries need not be looked at to be counted.
                total = Math.Max(total, newest - FirstEntry(stream)!.Sequence + 1);
                break;
            }
        }

        return query.ToPage(entries, (int)Math.Min(total, int.MaxValue));
    }

    private static string Check(AuditEntry entry)
    {
        string json = entry.ToJson();
        return AuditEntry.TryParse(json, out AuditEntry? read) && read.ToJson() == json
            ? json
            : throw new FeatureFlagStoreException($"The flag '{entry.Key}' was not written, because its audit entry could not be read again.");
    }

    private static AuditEntry? Parse(ReadOnlySpan<byte> line) => AuditEntry.TryParse(Encoding.UTF8.GetString(line), out AuditEntry? entry) ? entry : null;

    private static bool EndsWithLine(FileStream stream)
    {
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private static long LastSequence(FileStream stream)
    {
        foreach (ReadOnlyMemory<byte> line in LinesFromEnd.Read(stream))
        {
            if (AuditLine.IsWanted(line.Span, Everything) && Parse(line.Span) is { } entry)
            {
                return entry.Sequence;
            }
        }

        return 0;
    }

    private static AuditEntry? FirstEntry(FileStream stream) => ReadForward(stream).FirstOrDefault();

    private static IEnumerable<AuditEntry> ReadForward(FileStream stream)
    {
        stream.Seek(0, SeekOrigin.Begin);
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (AuditEntry.TryParse(line, out AuditEntry? entry))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Where the oldest line begins that is kept. The newest entry always is, for the next one counts on from it.</summary>
    private static long FindCut(FileStream stream, AuditRetention retention, DateTimeOffset now)
    {
        AuditQuery recent = new() { From = retention.MaxAge is { } age && now - DateTimeOffset.MinValue > age ? now - age : null };
        long start = stream.Length + 1;
        long cut = stream.Length;
        int kept = 0;
        foreach (ReadOnlyMemory<byte> line in LinesFromEnd.Read(stream))
        {
            start -= line.Length + 1;
            if (!AuditLine.IsWanted(line.Span, Everything) || (kept == 0 && Parse(line.Span) is null))
            {
                continue;
            }

            if (kept > 0 && (kept >= retention.MaxEntries || !AuditLine.IsWanted(line.Span, recent)))
            {
                break;
            }

            kept++;
            cut = start;
        }

        return cut;
    }

    // Opening a pipe would wait for ever, and it has no length.
    private bool HasContent() => new FileInfo(Path) is { Exists: true, Length: > 0 };

    private FileStream OpenRead() => new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <returns>The number of the first entry that is left.</returns>
    private long ReplaceByRest(FileStream stream, long cut)
    {
        long first = 0;
        FlagFile.Replace(Path, rest =>
        {
            stream.Seek(cut, SeekOrigin.Begin);
            stream.CopyTo(rest);
            first = FirstEntry(rest)!.Sequence;
        });
        return first;
    }
}
