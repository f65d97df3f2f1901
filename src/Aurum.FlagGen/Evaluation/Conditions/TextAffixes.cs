namespace Aurum.FlagGen.Evaluation;

/// <summary>startswith and endswith, with several texts of which any suffices, or whose case does not count.</summary>
internal readonly struct TextAffixes(string[] affixes, bool isPrefix, StringComparison comparison) : ITextMatcher
{
    private readonly string[] _affixes = affixes;
    private readonly bool _isPrefix = isPrefix;
    private readonly StringComparison _comparison = comparison;

    public bool Matches(ReadOnlySpan<char> text)
    {
        foreach (string affix in _affixes)
        {
            if (_isPrefix ? text.StartsWith(affix, _comparison) : text.EndsWith(affix, _comparison))
            {
                return true;
            }
        }

        return false;
    }
}
