using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Editing;

namespace Aurum.FlagGen.Stores;

/// <summary>Writes single flags into the text of a manifest: comments, order, indentation and line ends stay as they are, within the flag too where its members do not change.</summary>
internal static class ManifestEditor
{
    private const string Flags = "flags";

    /// <summary>Writes a flag, new or changed.</summary>
    /// <param name="text">The manifest, which must be sound JSON.</param>
    /// <param name="before">The flag as the text has it; null where it has none, or one that cannot be read, which is replaced whole.</param>
    /// <param name="after">The flag as the text shall have it.</param>
    public static string Put(string text, FeatureFlag? before, FeatureFlag after)
    {
        JsonNode root = Read(text);
        ManifestLayout layout = ManifestLayout.Of(text);
        ObjectEditor editor = new(layout);
        JsonNode definition = Read(FlagJson.WriteForManifest(after));
        if (root[Flags] is not { Kind: JsonKind.Object } flags)
        {
            JsonNode all = Read($"{{{Quote(after.Key)}:{FlagJson.WriteForManifest(after)}}}");
            return editor.Insert(text, root, Flags, all, outerIndent: "", isBroken: true);
        }

        if (before is null && flags[after.Key] is { } unreadable)
        {
            return editor.Replace(text, unreadable, definition, outerIndent: "");
        }

        if (before is null)
        {
            return editor.Insert(text, flags, after.Key, definition, ManifestLayout.IndentOfLine(text, flags.Range.Start, ""), isBroken: true);
        }

        JsonNode node = flags[after.Key]!;
        string outer = ManifestLayout.IndentOfLine(text, node.Range.Start, "");
        string flagText = text.Substring(node.Range.Start, node.Range.Length);
        string changed = PutMembers(flagText, editor, Read(FlagJson.WriteForManifest(before)), definition, outer);
        return string.Concat(text.AsSpan(0, node.Range.Start), changed, text.AsSpan(node.Range.End));
    }

    /// <summary>Takes a flag out.</summary>
    /// <param name="text">The manifest, which must be sound JSON.</param>
    /// <param name="key">The key of a flag that is there.</param>
    public static string Remove(string text, string key)
    {
        JsonNode flags = Read(text)[Flags]!;
        return ObjectEditor.Remove(text, flags, IndexOf(flags, key));
    }

    private static string PutMembers(string text, ObjectEditor editor, JsonNode before, JsonNode after, string outerIndent)
    {
        foreach (JsonMember member in after.Members)
        {
            if (before[member.Name] is not { } old || JsonText.Minify(old) != JsonText.Minify(member.Value))
            {
                text = PutMember(text, editor, member.Name, member.Value, outerIndent);
            }
        }

        foreach (JsonMember member in before.Members)
        {
            if (after[member.Name] is null)
            {
                text = RemoveMember(text, editor, member.Name, outerIndent);
            }
        }

        return text;
    }

    private static string PutMember(string text, ObjectEditor editor, string name, JsonNode value, string outerIndent)
    {
        JsonNode flag = Read(text);
        return flag[name] is { } old
            ? editor.Replace(text, old, value, outerIndent)
            : editor.Insert(text, flag, name, value, outerIndent, isBroken: false);
    }

    // A member that falls back to its default stays where its author wrote it: "status": "disabled" says more than a line that is gone.
    private static string RemoveMember(string text, ObjectEditor editor, string name, string outerIndent)
    {
        JsonNode flag = Read(text);
        int index = IndexOf(flag, name);
        return DefaultOf(name) is { } value
            ? editor.Replace(text, flag.Members[index].Value, Read(value), outerIndent)
            : ObjectEditor.Remove(text, flag, index);
    }

    private static string? DefaultOf(string name) => name switch
    {
        "status" => "\"disabled\"",
        "lifecycle" => "\"active\"",
        "client_visible" or "sensitive" or "permanent" => "false",
        _ => null,
    };

    private static int IndexOf(JsonNode node, string name)
    {
        int index = 0;
        while (node.Members[index].Name != name)
        {
            index++;
        }

        return index;
    }

    private static string Quote(string text) => FlagValue.From(text).ToJson();

    // Only texts that were read before, or that were written here, come this far.
    private static JsonNode Read(string text) => JsonReader.Read(text).Root!;
}
