using System.Collections.Frozen;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>eq and in with texts only, whose case does not count.</summary>
internal sealed class InTextsOfAnyCaseCondition(ConditionSource source, string[] texts) : TextCondition(source)
{
    private readonly FrozenSet<string> _texts = texts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    protected override bool Matches(ReadOnlySpan<char> text) => _texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
}
