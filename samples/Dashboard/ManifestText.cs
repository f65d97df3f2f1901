using System.Text;
using System.Text.Json;

namespace Aurum.Samples.Dashboard;

/// <summary>The text of flags.json, for people to look at; what it says is the store's business.</summary>
internal sealed class ManifestText(string path)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private volatile Excerpt? _last;

    public string File => System.IO.Path.GetFileName(Path);

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The lines that declare a flag.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="decisive">The members to mark, the best first.</param>
    /// <param name="isBroken">Whether flags are in force that were read before: then their lines are shown.</param>
    public Excerpt? Show(string key, IReadOnlyList<object[]> decisive, bool isBroken)
    {
        if (!isBroken && Read() is { } text && Locate(text, ["flags", key]) is { } flag)
        {
            (int Start, int End) mark = decisive.Select(member => Locate(text, ["flags", key, .. member])).FirstOrDefault(static found => found is not null) ?? (flag.End, flag.End);
            _last = Cut(text, flag, mark);
        }

        return _last;
    }

    /// <summary>A line's text, or null.</summary>
    /// <param name="number">From 1.</param>
    public string? GetLine(int number) => Read()?.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd('\r');

    private string? Read()
    {
        try
        {
            return System.IO.File.ReadAllText(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is being replaced; the store says so where it stays away.
            return null;
        }
    }

    /// <summary>Where a member stands, from its name to the end of its value.</summary>
    /// <param name="path">Names of members and positions in lists, from the root.</param>
    private static (int Start, int End)? Locate(string text, ReadOnlySpan<object> path)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(bytes, Lenient);
        try
        {
            reader.Read();
            long start = reader.TokenStartIndex;
            foreach (object step in path)
            {
                if (step is string name ? !MoveTo(ref reader, name, ref start) : !MoveTo(ref reader, (int)step, ref start))
                {
                    return null;
                }
            }

            reader.Skip();
            return (Encoding.UTF8.GetCharCount(bytes, 0, (int)start), Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.BytesConsumed));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool MoveTo(ref Utf8JsonReader reader, string name, ref long start)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            start = reader.TokenStartIndex;
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool MoveTo(ref Utf8JsonReader reader, int index, ref long start)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            start = reader.TokenStartIndex;
            if (index-- == 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static Excerpt Cut(string text, (int Start, int End) part, (int Start, int End) mark)
    {
        int indent = part.Start - (text.LastIndexOf('\n', part.Start) + 1);
        StringBuilder lines = new();
        int removed = part.Start;
        int markStart = mark.Start - removed;
        int markEnd = mark.End - removed;
        for (int at = part.Start; at < part.End;)
        {
            int newLine = text.IndexOf('\n', at, part.End - at);
            int end = newLine < 0 ? part.End : newLine + 1;
            lines.Append(text, at, end - at);
            int shared = 0;
            while (end + shared < part.End && shared < indent && text[end + shared] is ' ' or '\t')
            {
                shared++;
            }

            at = end + shared;
            markStart -= at <= mark.Start ? shared : 0;
            markEnd -= at <= mark.End ? shared : 0;
        }

        return new Excerpt(text.AsSpan(0, part.Start).Count('\n') + 1, lines.ToString(), markStart, markEnd);
    }
}
