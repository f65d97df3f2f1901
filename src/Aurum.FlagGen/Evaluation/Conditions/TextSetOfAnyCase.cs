using System.Collections.Frozen;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>eq and in with texts only, whose case does not count.</summary>
internal readonly struct TextSetOfAnyCase(string[] texts) : ITextMatcher
{
    private readonly FrozenSet<string> _texts = texts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Matches(ReadOnlySpan<char> text) => _texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
}
