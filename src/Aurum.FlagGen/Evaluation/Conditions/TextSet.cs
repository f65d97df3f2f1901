using System.Collections.Frozen;

namespace Aurum.FlagGen.Evaluation;

/// <summary>eq and in with texts only.</summary>
internal readonly struct TextSet(string[] texts, StringComparer comparer) : ITextMatcher
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts = texts.ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Matches(ReadOnlySpan<char> text) => _texts.Contains(text);
}
