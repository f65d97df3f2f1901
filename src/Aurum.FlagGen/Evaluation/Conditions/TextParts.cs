namespace Aurum.FlagGen.Evaluation;

/// <summary>contains, with several texts of which any suffices.</summary>
internal readonly struct TextParts(string[] parts, StringComparison comparison) : ITextMatcher
{
    private readonly string[] _parts = parts;
    private readonly StringComparison _comparison = comparison;

    public bool Matches(ReadOnlySpan<char> text)
    {
        foreach (string part in _parts)
        {
            if (text.Contains(part, _comparison))
            {
                return true;
            }
        }

        return false;
    }
}
