using System.Globalization;
using System.Text;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A place in a document, as a pointer and in words. It is found from the text range alone, so that nobody keeps a path while all is well.</summary>
internal readonly struct ManifestPlace
{
    private ManifestPlace(string pointer, string words)
    {
        Pointer = pointer;
        Words = words;
    }

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public string Pointer { get; }

    /// <summary>The start of a sentence, such as <c>Rule 'Admins' of flag 'checkout.flow'</c>.</summary>
    public string Words { get; }

    public static ManifestPlace Find(JsonNode? root, bool isDefinition, TextRange range)
    {
        List<Step> path = FindPath(root, range, out bool isName);
        StringBuilder pointer = new();
        foreach (Step step in path)
        {
            pointer.Append('/').Append(step.Name.Replace("~", "~0").Replace("/", "~1"));
        }

        string words = isDefinition ? DescribeFlag(root!, root?["key"] is { Kind: JsonKind.String } key ? "flag " + Phrases.Quote(key.Text) : "the definition", path, 0, isName) : Describe(path, isName);
        return new ManifestPlace(pointer.ToString(), char.ToUpperInvariant(words[0]) + words.Substring(1));
    }

    /// <summary>What a name in flags.json is the name of, in words, and who has that: a flag that is written twice is the manifest's, not its own.</summary>
    public static (string Owner, string Name) FindOwner(JsonNode? root, bool isDefinition, TextRange range)
    {
        List<Step> path = FindPath(root, range, out bool isName);
        string name = path.Count == 0 ? "" : Phrases.Quote(path[path.Count - 1].Name);
        return isDefinition || !isName || path.Count != 2
            ? (Find(root, isDefinition, range).Words, name)
            : path[0].Name switch
            {
                "flags" => ("The manifest", "the flag " + name),
                "segments" => ("The manifest", "the segment " + name),
                "layers" => ("The manifest", "the layer " + name),
                "context" => ("The manifest", "the attribute " + name),
                _ => (Find(root, isDefinition, range).Words, name),
            };
    }

    private static List<Step> FindPath(JsonNode? root, TextRange range, out bool isName)
    {
        List<Step> path = [];
        isName = false;
        for (JsonNode? node = root; node is not null && !isName && Descend(node, range) is { } step; node = step.Value)
        {
            path.Add(step);
            isName = range.End <= step.NameRange.End;
        }

        return path;
    }

    private static string Describe(List<Step> path, bool isName)
    {
        if (path.Count < 2)
        {
            return "the manifest";
        }

        // What should be an object and is not has nothing of its own: it is the manifest that has it.
        bool isThing = isName || path[1].Value.Kind is JsonKind.Object or JsonKind.String;
        if (!isThing)
        {
            return "the manifest";
        }

        string name = Phrases.Quote(path[1].Name);
        return path[0].Name switch
        {
            "flags" => DescribeFlag(path[1].Value, "flag " + name, path, 2, isName),
            "segments" => "segment " + name,
            "layers" => "layer " + name,
            "context" => "attribute " + name,
            _ => "the manifest",
        };
    }

    private static string DescribeFlag(JsonNode flag, string words, List<Step> path, int start, bool isName)
    {
        // The name of a member belongs to the object that has it; its value, where it is an object, has words of its own.
        int end = isName ? path.Count - 1 : path.Count;
        if (flag.Kind != JsonKind.Object || end <= start || path[start].Value.Kind is not (JsonKind.Object or JsonKind.Array))
        {
            return words;
        }

        return path[start].Name switch
        {
            "ab_test" => "the A/B test of " + words,
            "payload_schema" => "the payload schema of " + words,
            "rules" when end > start + 1 && path[start + 1].Value.Kind == JsonKind.Object => DescribeRule(path, start + 1, end, words),
            _ => words,
        };
    }

    private static string DescribeRule(List<Step> path, int index, int end, string flag)
    {
        JsonNode? name = path[index].Value["name"];
        string words = name is { Kind: JsonKind.String } && name.Text.Trim().Length > 0
            ? "rule " + Phrases.Quote(name.Text)
            : "rule " + (path[index].Index + 1).ToString(CultureInfo.InvariantCulture);
        words += " of " + flag;
        return end > index + 1 && path[index + 1] is { Name: "rollout_plan", Value.Kind: JsonKind.Object } ? "the rollout plan of " + words : words;
    }

    private static Step? Descend(JsonNode node, TextRange range)
    {
        if (node.Kind == JsonKind.Object)
        {
            int index = LastAtOrBefore(node.Members.Length, range.Start, i => node.Members[i].NameRange.Start);
            return index >= 0 && node.Members[index] is var member && range.End <= Math.Max(member.NameRange.End, member.Value.Range.End)
                ? new Step(member.Name, member.NameRange, member.Value, index)
                : null;
        }

        int position = LastAtOrBefore(node.Items.Count, range.Start, i => node.Items[i].Range.Start);
        return position >= 0 && range.End <= node.Items[position].Range.End
            ? new Step(position.ToString(CultureInfo.InvariantCulture), default, node.Items[position], position)
            : null;
    }

    /// <summary>Members and elements stand in the order of the text, so half of them can be left out at each look.</summary>
    private static int LastAtOrBefore(int count, int start, Func<int, int> startOf)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (startOf(middle) <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private sealed record Step(string Name, TextRange NameRange, JsonNode Value, int Index);
}
