namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>A set of texts, compared ordinally: an open hash table that is made in no time and asked in a few nanoseconds.</summary>
/// <remarks>Length and three characters tell the texts of most lists apart. Where they do not, the whole text is hashed, with the runtime's random seed, so that no list can make a look-up slow.</remarks>
internal readonly struct TextSet : ITextMatcher
{
    /// <summary>The most steps that a look-up may take by the short hash.</summary>
    private const int MaxSteps = 4;

    private readonly string?[] _cells;
    private readonly bool _hashesAll;

    public TextSet(string[] texts)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, texts.Length * 2));
        _cells = new string?[size];
        if (!TryFill(texts, MaxSteps))
        {
            _hashesAll = true;
            Array.Clear(_cells);
            TryFill(texts, int.MaxValue);
        }
    }

    public bool Matches(ReadOnlySpan<char> text)
    {
        string?[] cells = _cells;
        for (uint index = Hash(text); ; index++)
        {
            string? cell = cells[index & (uint)(cells.Length - 1)];
            if (cell is null)
            {
                return false;
            }

            if (text.SequenceEqual(cell))
            {
                return true;
            }
        }
    }

    private bool TryFill(string[] texts, int maxSteps)
    {
        foreach (string text in texts)
        {
            int steps = 0;
            uint index = Hash(text);
            while (_cells[index & (uint)(_cells.Length - 1)] is { } cell && cell != text)
            {
                index++;
                steps++;
            }

            if (steps > maxSteps)
            {
                return false;
            }

            _cells[index & (uint)(_cells.Length - 1)] = text;
        }

        return true;
    }

    private uint Hash(ReadOnlySpan<char> text)
    {
        if (_hashesAll)
        {
            return (uint)string.GetHashCode(text);
        }

        if (text.IsEmpty)
        {
            return 0;
        }

        uint hash = ((((((uint)text.Length * 31) + text[0]) * 31) + text[text.Length / 2]) * 31) + text[^1];
        return hash ^ (hash >> 11);
    }
}
