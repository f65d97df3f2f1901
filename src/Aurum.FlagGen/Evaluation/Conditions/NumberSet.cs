using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using Aurum.FlagGen.Contexts;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A set of numbers, equal by exact value whatever their width and however they are written.</summary>
internal sealed class NumberSet
{
    private readonly FrozenSet<long> _integers;

    /// <summary>The numbers of double precision that stand for one of the set: its shortest text is the number, or it is the number itself where that is whole.</summary>
    private readonly FrozenSet<double> _doubles;
    private readonly FrozenSet<string> _texts;

    /// <param name="texts">The numbers, as <see cref="ExactNumber.Text"/> has them.</param>
    public NumberSet(IReadOnlyCollection<string> texts)
    {
        List<long> integers = [];
        List<double> doubles = [];
        foreach (string text in texts)
        {
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
            {
                integers.Add(integer);
            }

            double value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (ExactNumber.IsToldBy(value, text) || IsWhole(value, text))
            {
                doubles.Add(value);
            }
        }

        _integers = integers.ToFrozenSet();
        _doubles = doubles.ToFrozenSet();
        _texts = texts.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a number is in the set; what is no number is not.</summary>
    public bool Contains(AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeKind.Integer:
                return _integers.Contains(value.Integer);
            case AttributeKind.Number:
                value.TryGetNumber(out double number);
                return _doubles.Contains(number);
            case AttributeKind.ExactNumber:
                return _texts.Contains(value.Exact.Text);
            default:
                return false;
        }
    }

    /// <summary>Whether a text is a number of the set.</summary>
    public bool Contains(string text) => NumberText.TryParse(text, out _) && _texts.Contains(ExactNumber.Normalize(text.AsSpan().Trim(" \t\n\v\f\r")));

    private static bool IsWhole(double value, string text) => double.IsInteger(value) && new BigInteger(value).ToString(CultureInfo.InvariantCulture) == text;
}
