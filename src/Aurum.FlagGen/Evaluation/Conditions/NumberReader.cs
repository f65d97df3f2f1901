using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Numbers, and texts that are numbers.</summary>
internal readonly struct NumberReader : IValueReader<double, double>
{
    public static bool TryRead(AttributeValue attribute, out double value) =>
        attribute.TryGetNumber(out value) || (attribute.Text is { } text && NumberText.TryParse(text, out value));

    public static bool TryReadOperand(FlagValue value, out double operand)
    {
        operand = value.AsNumber;
        return value.Kind == FlagValueKind.Number || (value.Kind == FlagValueKind.String && NumberText.TryParse(value.AsString, out operand));
    }

    public static int Compare(double value, double operand) => value.CompareTo(operand);
}
