namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>eq with one text, by far the most frequent condition.</summary>
internal sealed class EqualsTextCondition(ConditionSource source, string text) : TextCondition(source)
{
    private readonly string _text = text;

    protected override bool Test(AttributeValue value) => value.Text is { } text ? text == _text : base.Test(value);

    protected override bool Matches(ReadOnlySpan<char> text) => text.SequenceEqual(_text);
}
