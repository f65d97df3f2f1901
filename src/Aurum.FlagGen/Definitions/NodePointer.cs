namespace Aurum.FlagGen.Definitions;

/// <summary>Finds the JSON pointer (RFC 6901) of a node within a tree.</summary>
internal static class NodePointer
{
    /// <returns>The pointer, empty for the root itself, or null where the tree does not hold the node.</returns>
    public static string? Find(JsonNode root, JsonNode node)
    {
        if (ReferenceEquals(root, node))
        {
            return "";
        }

        for (int i = 0; i < root.Items.Count; i++)
        {
            if (Covers(root.Items[i], node) && Find(root.Items[i], node) is { } rest)
            {
                return $"/{i}{rest}";
            }
        }

        foreach (JsonMember member in root.Members)
        {
            if (Covers(member.Value, node) && Find(member.Value, node) is { } rest)
            {
                return $"/{Escape(member.Name)}{rest}";
            }
        }

        return null;
    }

    private static bool Covers(JsonNode outer, JsonNode inner) => outer.Range.Start <= inner.Range.Start && inner.Range.End <= outer.Range.End;

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
