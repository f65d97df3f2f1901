using Aurum.FlagGen.Contexts;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Instants in ticks of UTC: typed, RFC 3339, or Unix milliseconds.</summary>
internal readonly struct DateTimeReader : IValueReader<long, long>
{
    public static bool TryRead(AttributeValue attribute, out long value)
    {
        if (attribute.Kind == AttributeKind.DateTime)
        {
            value = attribute.Ticks;
            return true;
        }

        if (attribute.Text is { } text)
        {
            return Timestamps.TryParseContext(text, out value);
        }

        value = 0;
        return attribute.TryGetNumber(out double milliseconds) && Timestamps.TryFromUnixMilliseconds(milliseconds, out value);
    }

    public static bool TryReadOperand(FlagValue value, out long operand)
    {
        operand = 0;
        return value.Kind switch
        {
            FlagValueKind.String => Timestamps.TryParseDefinition(value.AsString, out operand),
            FlagValueKind.Number => Timestamps.TryFromUnixMilliseconds(value.AsNumber, out operand),
            _ => false,
        };
    }

    public static int Compare(long value, long operand) => value.CompareTo(operand);
}
