using System.Collections.Frozen;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>in with a list of texts only.</summary>
internal sealed class InTextsCondition(ConditionSource source, IEnumerable<string> texts) : TextCondition(source)
{
    private readonly FrozenSet<string> _texts = texts.ToFrozenSet(source.Comparer);

    protected override bool Test(AttributeValue value) => value.Text is { } text ? _texts.Contains(text) : base.Test(value);

    protected override bool Matches(ReadOnlySpan<char> text) => _texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
}
