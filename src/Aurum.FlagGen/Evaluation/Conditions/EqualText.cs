namespace Aurum.FlagGen.Evaluation;

/// <summary>eq with one text, by far the most frequent condition.</summary>
internal readonly struct EqualText(string text) : ITextMatcher
{
    private readonly string _text = text;

    public bool Matches(ReadOnlySpan<char> text) => text.SequenceEqual(_text);
}
