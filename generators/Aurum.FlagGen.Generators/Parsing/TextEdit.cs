namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>The one stretch in which a text differs from the text before it; an edit in two places is the stretch around both.</summary>
/// <param name="Start">Where it begins in both.</param>
/// <param name="OldEnd">Where it ends in the text before.</param>
/// <param name="NewEnd">Where it ends in the text.</param>
internal readonly record struct TextEdit(int Start, int OldEnd, int NewEnd)
{
    /// <summary>How many characters are compared by one call, which the framework does many at a time.</summary>
    private const int Block = 512;

    /// <summary>By how much the text after it has moved.</summary>
    public int Shift => NewEnd - OldEnd;

    public static TextEdit Between(string before, string after)
    {
        int shorter = Math.Min(before.Length, after.Length);
        int start = 0;
        while (start + Block <= shorter && string.CompareOrdinal(before, start, after, start, Block) == 0)
        {
            start += Block;
        }

        while (start < shorter && before[start] == after[start])
        {
            start++;
        }

        int oldEnd = before.Length;
        int newEnd = after.Length;
        int left = shorter - start;
        while (left >= Block && string.CompareOrdinal(before, oldEnd - Block, after, newEnd - Block, Block) == 0)
        {
            oldEnd -= Block;
            newEnd -= Block;
            left -= Block;
        }

        while (left > 0 && before[oldEnd - 1] == after[newEnd - 1])
        {
            oldEnd--;
            newEnd--;
            left--;
        }

        return new TextEdit(start, oldEnd, newEnd);
    }
}
