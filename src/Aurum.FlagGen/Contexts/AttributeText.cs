using System.Globalization;
using System.Text;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Contexts;

/// <summary>Attribute values as people read them, in explanations.</summary>
internal static class AttributeText
{
    /// <summary>What of a long list is shown.</summary>
    private const int MaxElements = 10;

    /// <summary>What of a long text is shown: it is shown again for each condition that looks at it.</summary>
    private const int MaxLength = 1_000;

    public static string Render(AttributeValue value)
    {
        StringBuilder builder = new();
        Append(builder, value);
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeKind.String:
                AppendText(builder, value.Text!);
                break;
            case AttributeKind.Integer:
                builder.Append(value.Integer.ToString(CultureInfo.InvariantCulture));
                break;
            case AttributeKind.Number:
                value.TryGetNumber(out double number);
                builder.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case AttributeKind.ExactNumber:
                builder.Append(value.Exact.Text);
                break;
            case AttributeKind.NotUnderstood:
                builder.Append(value.Misfit);
                break;
            case AttributeKind.Boolean:
                builder.Append(value.Boolean ? "true" : "false");
                break;
            case AttributeKind.DateTime:
                builder.Append('"').Append(value.FormatDateTime(stackalloc char[AttributeValue.DateTimeLength])).Append('"');
                break;
            case AttributeKind.List:
                AppendList(builder, value.AsList());
                break;
            case AttributeKind.Object:
                builder.Append("{…}");
                break;
            default:
                builder.Append("null");
                break;
        }
    }

    private static void AppendText(StringBuilder builder, string text)
    {
        bool isLong = text.Length > MaxLength;
        JsonText.AppendString(builder, isLong ? text[..MaxLength] : text);
        builder.Append(isLong ? "…" : "");
    }

    private static void AppendList(StringBuilder builder, AttributeList list)
    {
        builder.Append('[');
        for (int i = 0; i < Math.Min(list.Count, MaxElements); i++)
        {
            builder.Append(i > 0 ? "," : "");
            AttributeValue element = list[i];

            // An element that is a list is shown as present only: a list that contains itself must end.
            if (element.Kind == AttributeKind.List)
            {
                builder.Append("[…]");
            }
            else
            {
                Append(builder, element);
            }
        }

        builder.Append(list.Count > MaxElements ? ",…]" : "]");
    }
}
