using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Dotted versions; a condition's own value may end in a star.</summary>
internal readonly struct VersionReader : IValueReader<DottedVersion, DottedVersionPattern>
{
    public static bool TryRead(AttributeValue attribute, out DottedVersion value)
    {
        value = default;
        return attribute.Text is { } text && DottedVersion.TryParse(text, out value);
    }

    public static bool TryReadOperand(FlagValue value, out DottedVersionPattern operand)
    {
        operand = default;
        return value.Kind == FlagValueKind.String && DottedVersionPattern.TryParse(value.AsString, out operand);
    }

    public static int Compare(DottedVersion value, DottedVersionPattern operand) => operand.Compare(in value);
}
