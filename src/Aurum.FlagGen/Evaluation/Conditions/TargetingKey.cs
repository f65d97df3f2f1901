using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What of an attribute is hashed: a text, an integer's digits, nothing else.</summary>
internal static class TargetingKey
{
    /// <summary>Enough for any key that is no text of its own.</summary>
    public const int BufferLength = AttributeValue.DateTimeLength;

    /// <summary>The key, or the empty text where it is missing.</summary>
    public static ReadOnlySpan<char> Read(AttributeValue value, Span<char> buffer) => value.Kind switch
    {
        AttributeKind.String => value.Text,
        AttributeKind.Integer => value.FormatInteger(buffer),
        AttributeKind.ExactNumber when value.Exact.IsInteger => value.Exact.IntegerText,
        AttributeKind.DateTime => value.FormatDateTime(buffer),
        _ => default,
    };
}
