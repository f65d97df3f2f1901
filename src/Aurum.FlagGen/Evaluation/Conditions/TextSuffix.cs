namespace Aurum.FlagGen.Evaluation;

/// <summary>endswith with one text, whose case counts.</summary>
internal readonly struct TextSuffix(string suffix) : ITextMatcher
{
    private readonly string _suffix = suffix;

    public bool Matches(ReadOnlySpan<char> text) => text.EndsWith(_suffix);
}
