namespace Aurum.FlagGen.Stores;

/// <summary>Reads the lines of a file from the last to the first.</summary>
internal static class LinesFromEnd
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>The lines, without their ends. What stands behind the last line end is the first of them, empty where nothing does.</summary>
    /// <param name="stream">The file. What is appended to it meanwhile is not seen.</param>
    /// <returns>Each line in memory that the next one overwrites.</returns>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(FileStream stream)
    {
        byte[] buffer = new byte[ChunkBytes];
        int start = buffer.Length;
        int end = buffer.Length;
        long position = stream.Length;
        while (true)
        {
            int newline = buffer.AsSpan(start, end - start).LastIndexOf((byte)'\n');
            if (newline >= 0)
            {
                yield return buffer.AsMemory(start + newline + 1, end - start - newline - 1);
                end = start + newline;
                continue;
            }

            if (position == 0)
            {
                yield return buffer.AsMemory(start, end - start);
                yield break;
            }

            (buffer, start) = MakeRoom(buffer, start, end);
            end = buffer.Length;
            int count = (int)Math.Min(start, position);
            position -= count;
            start -= count;
            stream.Seek(position, SeekOrigin.Begin);
            stream.ReadExactly(buffer, start, count);
        }
    }

    /// <summary>Moves the beginning of a line, whose rest is before it in the file, to the end of a buffer that has as much room before it at least.</summary>
    private static (byte[] Buffer, int Start) MakeRoom(byte[] buffer, int start, int end)
    {
        int length = end - start;
        byte[] target = length * 2 <= buffer.Length ? buffer : new byte[buffer.Length * 2];
        buffer.AsSpan(start, length).CopyTo(target.AsSpan(target.Length - length));
        return (target, target.Length - length);
    }
}
