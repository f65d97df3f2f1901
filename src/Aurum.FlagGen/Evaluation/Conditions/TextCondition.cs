using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>A condition that only texts can meet; an instant counts as its text.</summary>
internal abstract class TextCondition(ConditionSource source) : Condition(source)
{
    protected abstract bool Matches(ReadOnlySpan<char> text);

    protected override bool TestElement(AttributeValue value)
    {
        if (value.Text is { } text)
        {
            return Matches(text);
        }

        if (value.Kind != AttributeKind.DateTime)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[AttributeValue.DateTimeLength];
        return Matches(value.FormatDateTime(buffer));
    }
}
