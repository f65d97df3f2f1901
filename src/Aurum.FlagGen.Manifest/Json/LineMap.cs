namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Where the lines of a text begin, so that an offset becomes a line and a column.</summary>
/// <remarks>A line ends where Roslyn's <c>SourceText</c> ends it (CR LF, LF, CR, U+0085, U+2028, U+2029): a diagnostic then has one place whoever computes it.</remarks>
internal sealed class LineMap
{
    private readonly int[] _starts;

    public LineMap(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c > '\r' && c < '\u0085')
            {
                continue;
            }

            bool endsLine = c is '\n' or '\u0085' or '\u2028' or '\u2029' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (endsLine)
            {
                starts.Add(i + 1);
            }
        }

        _starts = [.. starts];
    }

    public int LineCount => _starts.Length;

    /// <summary>The line and the column of an offset, both counted from zero; of one past the end, as if the last line went on.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        int index = Array.BinarySearch(_starts, offset);
        int line = index >= 0 ? index : ~index - 1;
        return (line, offset - _starts[line]);
    }
}
