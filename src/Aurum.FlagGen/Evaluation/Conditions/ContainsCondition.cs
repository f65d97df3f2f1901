using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>contains: a part of a text, or an element of a list.</summary>
internal sealed class ContainsCondition(ConditionSource source, IReadOnlyList<FlagValue> values) : TextCondition(source)
{
    private readonly StringComparison _comparison = source.Comparison;
    private readonly string[] _texts = [.. values.Where(static value => value.Kind == FlagValueKind.String).Select(static value => value.AsString)];
    private readonly ScalarSet _elements = new(values, source.Comparer);

    protected override bool Test(AttributeValue value) =>
        value.Kind == AttributeKind.List ? ContainsElement(value.AsList()) : TestElement(value);

    protected override bool Matches(ReadOnlySpan<char> text)
    {
        foreach (string part in _texts)
        {
            if (text.Contains(part, _comparison))
            {
                return true;
            }
        }

        return false;
    }

    private bool ContainsElement(AttributeList list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (_elements.Contains(list[i]))
            {
                return true;
            }
        }

        return false;
    }
}
