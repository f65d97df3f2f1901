namespace Aurum.FlagGen.Manifest.Values;

/// <summary>What looks like a reference to a group after a backslash: <c>\1</c>, <c>\k&lt;name&gt;</c>, <c>\k'name'</c>, and without the k, as old patterns have it.</summary>
internal readonly struct RegexReference
{
    private RegexReference(RegexReferenceKind kind, int end, int number, string name)
    {
        Kind = kind;
        End = end;
        Number = number;
        Name = name;
    }

    public RegexReferenceKind Kind { get; }

    /// <summary>The offset behind it.</summary>
    public int End { get; }

    public int Number { get; }

    public string Name { get; }

    /// <summary>Reads what follows a backslash.</summary>
    public static RegexReference Read(string pattern, int position)
    {
        char c = pattern[position];
        if (c is >= '1' and <= '9')
        {
            int end = SkipDigits(pattern, position);
            return FromDigits(pattern, position, end, end, RegexReferenceKind.BareNumber);
        }

        int quote = c == 'k' ? position + 1 : position;
        bool isQuoted = quote + 1 < pattern.Length && pattern[quote] is '<' or '\'';
        if (!isQuoted)
        {
            return new RegexReference(c == 'k' ? RegexReferenceKind.Malformed : RegexReferenceKind.None, position, 0, "");
        }

        return ReadQuoted(pattern, quote + 1, pattern[quote] == '<' ? '>' : '\'', position);
    }

    private static RegexReference ReadQuoted(string pattern, int start, char close, int position)
    {
        bool isNumber = pattern[start] is >= '0' and <= '9';
        int end = start;
        while (end < pattern.Length && (isNumber ? pattern[end] is >= '0' and <= '9' : RegexCursor.IsWordCharacter(pattern[end])))
        {
            end++;
        }

        bool isClosed = end > start && end < pattern.Length && pattern[end] == close;
        if (isNumber)
        {
            RegexReference number = FromDigits(pattern, start, end, end + 1, RegexReferenceKind.Number);
            return isClosed || number.Kind == RegexReferenceKind.Malformed ? number : new RegexReference(RegexReferenceKind.None, position, 0, "");
        }

        return isClosed
            ? new RegexReference(RegexReferenceKind.Name, end + 1, 0, pattern.Substring(start, end - start))
            : new RegexReference(RegexReferenceKind.None, position, 0, "");
    }

    private static RegexReference FromDigits(string pattern, int start, int digitsEnd, int end, RegexReferenceKind kind)
    {
        long number = 0;
        for (int i = start; i < digitsEnd; i++)
        {
            number = Math.Min((number * 10) + (pattern[i] - '0'), int.MaxValue + 1L);
        }

        return number > int.MaxValue ? new RegexReference(RegexReferenceKind.Malformed, end, 0, "") : new RegexReference(kind, end, (int)number, "");
    }

    private static int SkipDigits(string pattern, int start)
    {
        int i = start;
        while (i < pattern.Length && pattern[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }
}
