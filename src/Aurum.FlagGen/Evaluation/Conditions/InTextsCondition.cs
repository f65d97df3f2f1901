namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>in with a list of texts only, whose case counts.</summary>
internal sealed class InTextsCondition(ConditionSource source, string[] texts) : TextCondition(source)
{
    private readonly TextSet _texts = new(texts);

    protected override bool Test(AttributeValue value) => value.Text is { } text ? _texts.Contains(text) : base.Test(value);

    protected override bool Matches(ReadOnlySpan<char> text) => _texts.Contains(text);
}
