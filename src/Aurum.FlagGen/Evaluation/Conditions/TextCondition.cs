using System.Runtime.CompilerServices;
using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A condition that only texts can meet; an instant counts as its text.</summary>
internal class TextCondition<TMatcher>(ConditionSource source, TMatcher matcher) : Condition(source)
    where TMatcher : struct, ITextMatcher
{
    /// <summary>Not readonly, because each use of it would then begin with a copy.</summary>
    private TMatcher _matcher = matcher;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public sealed override bool Holds(ref readonly EvaluationScope scope) => Attribute.TryReadText(in scope, out string? text)
        ? (text is not null && _matcher.Matches(text)) != IsInverted
        : HoldsOther(in scope);

    protected sealed override bool TestElement(AttributeValue value)
    {
        if (value.Text is { } text)
        {
            return _matcher.Matches(text);
        }

        if (value.Kind != AttributeKind.DateTime)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[AttributeValue.DateTimeLength];
        return _matcher.Matches(value.FormatDateTime(buffer));
    }
}
