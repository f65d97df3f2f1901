using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Editing;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>Changes the text of a manifest where a fix wants it and nowhere else.</summary>
internal static class ManifestText
{
    /// <summary>The text with a flag more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The flag's key.</param>
    /// <param name="definition">The flag's definition, as JSON.</param>
    /// <returns>Null where the text cannot be read, has the flag already, or would have a fault more.</returns>
    public static string? Declare(string text, string key, string definition)
    {
        FlagManifest before = ManifestReader.Read(text);
        if (before.Root is not { Kind: JsonKind.Object } root || before.Flags.Any(flag => flag.Key == key))
        {
            return null;
        }

        ObjectEditor editor = new(ManifestLayout.Of(text));
        JsonNode flag = JsonReader.Read(definition).Root!;
        JsonNode? flags = root[ManifestMembers.Flags.Name];
        string changed = flags is { Kind: JsonKind.Object }
            ? editor.Insert(text, flags, key, flag, ManifestLayout.IndentOfLine(text, flags.Range.Start, ""), isBroken: false)
            : editor.Insert(text, root, ManifestMembers.Flags.Name, JsonNode.Object([new JsonMember(key, default, flag)], default), "", isBroken: true);
        return IfSound(before, changed);
    }

    /// <summary>The text with other members of a flag.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The flag's key.</param>
    /// <param name="members">Names, and values as JSON.</param>
    /// <returns>Null where the text cannot be read, lacks the flag, or would have a fault more.</returns>
    public static string? SetMembers(string text, string key, params (string Name, string Value)[] members)
    {
        FlagManifest before = ManifestReader.Read(text);
        string changed = text;
        foreach ((string name, string value) in members)
        {
            if (ManifestReader.Read(changed).Flags.FirstOrDefault(flag => flag.Key == key) is not { Node.Kind: JsonKind.Object } flag)
            {
                return null;
            }

            changed = SetMember(changed, flag.Node, name, JsonReader.Read(value).Root!);
        }

        return IfSound(before, changed);
    }

    private static string SetMember(string text, JsonNode flag, string name, JsonNode value)
    {
        ObjectEditor editor = new(ManifestLayout.Of(text));
        return flag[name] is { } old
            ? editor.Replace(text, old, value, "")
            : editor.Insert(text, flag, name, value, ManifestLayout.IndentOfLine(text, flag.Range.Start, ""), isBroken: false);
    }

    private static string? IfSound(FlagManifest before, string changed) => ManifestReader.Read(changed).Errors.Count <= before.Errors.Count ? changed : null;
}
