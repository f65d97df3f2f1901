using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads the attributes that a manifest declares under <c>context</c>, as far as the check of a single definition needs them.</summary>
internal static class ContextReader
{
    /// <returns>The attributes, or null where the manifest declares no context.</returns>
    public static IReadOnlyList<ManifestAttribute>? Read(JsonNode? node)
    {
        if (node is not { Kind: JsonKind.Object })
        {
            return null;
        }

        ManifestAttribute[] attributes = new ManifestAttribute[node.Members.Length];
        for (int i = 0; i < attributes.Length; i++)
        {
            attributes[i] = Read(node.Members[i].Name, node.Members[i].Value);
        }

        return attributes;
    }

    // An attribute is its bare type, or an object that says more.
    private static ManifestAttribute Read(string path, JsonNode node)
    {
        string type = node.Kind == JsonKind.String ? node.Text : node["type"]?.Text ?? "";
        return new ManifestAttribute(
            path,
            ManifestWords.AttributeTypes.TryFind(type, out AttributeType known) ? known : AttributeType.String,
            [.. node["values"]?.Items.Select(static value => value.Text) ?? []],
            node["required"]?.Kind == JsonKind.True,
            node["description"]?.Text);
    }
}
