using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Semantic versions.</summary>
internal readonly struct SemVerReader : IValueReader<SemVer, SemVer>
{
    public static bool TryRead(AttributeValue attribute, out SemVer value)
    {
        value = default;
        return attribute.Text is { } text && SemVer.TryParse(text, out value);
    }

    public static bool TryReadOperand(FlagValue value, out SemVer operand)
    {
        operand = default;
        return value.Kind == FlagValueKind.String && SemVer.TryParse(value.AsString, out operand);
    }

    public static int Compare(SemVer value, SemVer operand) => value.CompareTo(operand);
}
