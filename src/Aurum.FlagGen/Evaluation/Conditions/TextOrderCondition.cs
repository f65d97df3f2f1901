namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>gt, gte, lt and lte on texts, ordinally.</summary>
internal sealed class TextOrderCondition(ConditionSource source, string text, AcceptedOrder accepted) : TextCondition(source)
{
    private readonly string _text = text;
    private readonly AcceptedOrder _accepted = accepted;

    protected override bool Matches(ReadOnlySpan<char> text) => _accepted.Includes(text.SequenceCompareTo(_text));
}
