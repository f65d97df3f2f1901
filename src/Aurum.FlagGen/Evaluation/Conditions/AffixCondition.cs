namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>startswith and endswith.</summary>
internal sealed class AffixCondition(ConditionSource source, IEnumerable<string> affixes, bool isPrefix) : TextCondition(source)
{
    private readonly string[] _affixes = [.. affixes];
    private readonly bool _ignoresCase = source.Definition.IgnoreCase;
    private readonly bool _isPrefix = isPrefix;

    protected override bool Test(AttributeValue value) => value.Text is { } text ? Matches(text) : base.Test(value);

    protected override bool Matches(ReadOnlySpan<char> text)
    {
        foreach (string affix in _affixes)
        {
            if (affix.Length <= text.Length && Equals(_isPrefix ? text[..affix.Length] : text[^affix.Length..], affix))
            {
                return true;
            }
        }

        return false;
    }

    private bool Equals(ReadOnlySpan<char> part, string affix) =>
        _ignoresCase ? part.Equals(affix, StringComparison.OrdinalIgnoreCase) : part.SequenceEqual(affix);
}
