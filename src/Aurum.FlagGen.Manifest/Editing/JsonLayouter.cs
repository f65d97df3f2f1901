using System.Text;

namespace Aurum.FlagGen.Manifest.Editing;

/// <summary>Writes JSON for people: on one line what fits there, the rest one member or element to a line.</summary>
internal sealed class JsonLayouter(ManifestLayout layout)
{
    private const int LineWidth = 100;

    /// <summary>Lays out a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="indent">The start of the line on which the value begins.</param>
    /// <param name="isBroken">Whether an object goes over several lines even where it would fit on one.</param>
    public string Write(JsonNode node, string indent, bool isBroken)
    {
        string line = WriteLine(node);
        bool isContainer = node.Items.Count + node.Members.Length > 0;
        if (layout.IsOneLine || !isContainer || (!isBroken && indent.Length + line.Length <= LineWidth))
        {
            return line;
        }

        StringBuilder builder = new();
        string inner = indent + layout.Indent;
        string separator = "";
        builder.Append(node.Kind == JsonKind.Object ? '{' : '[');
        foreach (JsonNode item in node.Items)
        {
            builder.Append(separator).Append(layout.NewLine).Append(inner).Append(Write(item, inner, isBroken: false));
            separator = ",";
        }

        foreach (JsonMember member in node.Members)
        {
            builder.Append(separator).Append(layout.NewLine).Append(inner);
            JsonText.AppendString(builder, member.Name);
            builder.Append(": ").Append(Write(member.Value, inner, isBroken: false));
            separator = ",";
        }

        return builder.Append(layout.NewLine).Append(indent).Append(node.Kind == JsonKind.Object ? '}' : ']').ToString();
    }

    private string WriteLine(JsonNode node)
    {
        if (layout.IsDense)
        {
            return JsonText.Minify(node);
        }

        StringBuilder builder = new();
        AppendLine(builder, node);
        return builder.ToString();
    }

    private static void AppendLine(StringBuilder builder, JsonNode node)
    {
        if (node.Items.Count + node.Members.Length == 0)
        {
            JsonText.Append(builder, node);
            return;
        }

        string separator = "";
        builder.Append(node.Kind == JsonKind.Object ? "{ " : "[");
        foreach (JsonNode item in node.Items)
        {
            builder.Append(separator);
            AppendLine(builder, item);
            separator = ", ";
        }

        foreach (JsonMember member in node.Members)
        {
            builder.Append(separator);
            JsonText.AppendString(builder, member.Name);
            builder.Append(": ");
            AppendLine(builder, member.Value);
            separator = ", ";
        }

        builder.Append(node.Kind == JsonKind.Object ? " }" : "]");
    }
}
