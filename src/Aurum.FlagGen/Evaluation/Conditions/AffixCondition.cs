namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>startswith and endswith.</summary>
internal sealed class AffixCondition(ConditionSource source, IEnumerable<string> affixes, bool isPrefix) : TextCondition(source)
{
    private readonly string[] _affixes = [.. affixes];
    private readonly StringComparison _comparison = source.Comparison;
    private readonly bool _isPrefix = isPrefix;

    protected override bool Matches(ReadOnlySpan<char> text)
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
