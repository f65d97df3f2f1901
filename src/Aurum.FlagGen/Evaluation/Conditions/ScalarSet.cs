using System.Collections.Frozen;
using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A set of texts, numbers, booleans and null, in which kinds never mix.</summary>
internal sealed class ScalarSet
{
    private static readonly FrozenSet<string> NoTexts = FrozenSet<string>.Empty;

    private readonly FrozenSet<string> _texts;
    private readonly NumberSet _numbers;
    private readonly bool _hasTrue;
    private readonly bool _hasFalse;
    private readonly bool _hasNull;

    public ScalarSet(IReadOnlyList<FlagValue> values, StringComparer comparer)
    {
        string[] texts = [.. values.Where(static value => value.Kind == FlagValueKind.String).Select(static value => value.AsString)];
        string[] numbers = [.. values.Where(static value => value.Kind == FlagValueKind.Number).Select(static value => value.ExactText)];
        _texts = texts.Length > 0 ? texts.ToFrozenSet(comparer) : NoTexts;
        _numbers = new NumberSet(numbers);
        _hasTrue = values.Contains(FlagValue.True);
        _hasFalse = values.Contains(FlagValue.False);
        _hasNull = values.Contains(FlagValue.Null);
    }

    public bool Contains(AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeKind.String:
                return _texts.Contains(value.Text!);
            case AttributeKind.Integer:
            case AttributeKind.Number:
            case AttributeKind.ExactNumber:
                return _numbers.Contains(value);
            case AttributeKind.Boolean:
                return value.Boolean ? _hasTrue : _hasFalse;
            case AttributeKind.DateTime:
                return ContainsDateTime(value);
            case AttributeKind.Missing:
                return _hasNull;
            default:
                return false;
        }
    }

    private bool ContainsDateTime(AttributeValue value)
    {
        // The empty set compares by a comparer of its own, which knows no spans.
        if (_texts.Count == 0)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[AttributeValue.DateTimeLength];
        return _texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value.FormatDateTime(buffer));
    }
}
