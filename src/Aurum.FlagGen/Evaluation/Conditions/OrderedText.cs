namespace Aurum.FlagGen.Evaluation;

/// <summary>gt, gte, lt and lte on texts, ordinally.</summary>
internal readonly struct OrderedText(string text, AcceptedOrder accepted) : ITextMatcher
{
    private readonly string _text = text;
    private readonly AcceptedOrder _accepted = accepted;

    public bool Matches(ReadOnlySpan<char> text) => _accepted.Includes(text.SequenceCompareTo(_text));
}
