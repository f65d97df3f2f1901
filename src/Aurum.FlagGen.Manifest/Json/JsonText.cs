using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Writes compact JSON: no white space, members in their order, numbers as they were written.</summary>
internal static class JsonText
{
    public static string Minify(JsonNode node)
    {
        StringBuilder target = new();
        Append(target, node);
        return target.ToString();
    }

    [MethodImpl(HotLoop.Options)]
    public static void Append(StringBuilder target, JsonNode node)
    {
        // An explicit stack: the depth of a tree is the reader's limit to set, not the thread's.
        Stack<(JsonNode Node, int Next)> open = new();
        AppendStart(target, node, open);
        while (open.Count > 0)
        {
            (JsonNode container, int next) = open.Pop();
            bool isObject = container.Kind == JsonKind.Object;
            if (next == (isObject ? container.Members.Length : container.Items.Count))
            {
                target.Append(isObject ? '}' : ']');
                continue;
            }

            open.Push((container, next + 1));
            if (next > 0)
            {
                target.Append(',');
            }

            AppendStart(target, isObject ? AppendName(target, container.Members[next]) : container.Items[next], open);
        }
    }

    /// <summary>Appends a JSON string with its quotes. Control characters and lone surrogates are escaped, so that the result survives every encoding.</summary>
    [MethodImpl(HotLoop.Options)]
    public static void AppendString(StringBuilder target, string value)
    {
        target.Append('"');
        int written = 0;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (c < ' ' || c is '"' or '\\' || char.IsSurrogate(c))
            {
                target.Append(value, written, i - written);
                AppendEscape(target, c);
                written = i + 1;
            }
        }

        target.Append(value, written, value.Length - written).Append('"');
    }

    private static JsonNode AppendName(StringBuilder target, JsonMember member)
    {
        AppendString(target, member.Name);
        target.Append(':');
        return member.Value;
    }

    private static void AppendStart(StringBuilder target, JsonNode node, Stack<(JsonNode Node, int Next)> open)
    {
        switch (node.Kind)
        {
            case JsonKind.Null:
                target.Append("null");
                break;
            case JsonKind.False:
                target.Append("false");
                break;
            case JsonKind.True:
                target.Append("true");
                break;
            case JsonKind.Number:
                target.Append(node.Text);
                break;
            case JsonKind.String:
                AppendString(target, node.Text);
                break;
            default:
                target.Append(node.Kind == JsonKind.Object ? '{' : '[');
                open.Push((node, 0));
                break;
        }
    }

    private static void AppendEscape(StringBuilder target, char c)
    {
        string? known = c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => null,
        };
        target.Append(known ?? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
    }
}
