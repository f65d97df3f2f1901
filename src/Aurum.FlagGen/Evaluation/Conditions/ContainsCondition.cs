using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>contains: a part of a text, or an element of a list.</summary>
internal sealed class ContainsCondition(ConditionSource source, IReadOnlyList<FlagValue> values)
    : TextCondition<TextParts>(source, new TextParts(TextsOf(values), source.Comparison))
{
    private readonly ScalarSet _elements = new(values, source.Comparer);

    protected override bool TestList(AttributeList list)
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

    private static string[] TextsOf(IReadOnlyList<FlagValue> values) =>
        [.. values.Where(static value => value.Kind == FlagValueKind.String).Select(static value => value.AsString)];
}
