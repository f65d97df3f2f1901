namespace Aurum.FlagGen.Evaluation;

/// <summary>startswith with one text, whose case counts.</summary>
internal readonly struct TextPrefix(string prefix) : ITextMatcher
{
    private readonly string _prefix = prefix;

    public bool Matches(ReadOnlySpan<char> text) => text.StartsWith(_prefix);
}
