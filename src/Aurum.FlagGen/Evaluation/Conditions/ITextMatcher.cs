namespace Aurum.FlagGen.Evaluation;

/// <summary>What a condition asks of a text. A structure, so that the compiler writes it into the condition in place of a call.</summary>
internal interface ITextMatcher
{
    bool Matches(ReadOnlySpan<char> text);
}
