using System.Text;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Model.Members;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Cuts a manifest down to what the run time needs of it.</summary>
internal static class CatalogParser
{
    private const int FlagsInPart = 256;

    private static readonly string[] TextMembers = [ManifestMembers.Namespace.Name, ManifestMembers.Class.Name, ManifestMembers.Scope.Name];
    private static readonly string[] ObjectMembers = [ManifestMembers.Context.Name, ManifestMembers.Segments.Name, ManifestMembers.Layers.Name];

    /// <param name="manifest">The manifest.</param>
    /// <param name="flags">The flags that are decided at run time, in the order of their slots.</param>
    /// <returns>Pieces of the text, which make it one after the other. None begins or ends with a quotation mark.</returns>
    public static EquatableArray<string> Embed(FlagManifest manifest, IReadOnlyList<ManifestFlag> flags)
    {
        List<JsonMember> members = [];
        AddMembers(members, manifest.Root, TextMembers, JsonKind.String);
        AddMembers(members, manifest.Root, ObjectMembers, JsonKind.Object);
        members.Add(new JsonMember(ManifestMembers.Flags.Name, default, JsonNode.Object([], default)));
        string around = JsonText.Minify(JsonNode.Object([.. members], default));

        int end = around.Length - "}}".Length;
        List<string> parts = [around.Substring(0, end)];
        for (int first = 0; first < flags.Count; first += FlagsInPart)
        {
            parts.Add(Join(flags, first, Math.Min(first + FlagsInPart, flags.Count)));
        }

        parts.Add(around.Substring(end));
        return new([.. parts]);
    }

    /// <summary>Some flags with what parts each from the one before: a comma, and before the first of all a blank.</summary>
    private static string Join(IReadOnlyList<ManifestFlag> flags, int first, int end)
    {
        StringBuilder text = new();
        for (int i = first; i < end; i++)
        {
            text.Append(i == 0 ? ' ' : ',');
            JsonText.AppendString(text, flags[i].Key);
            text.Append(':');
            JsonText.Append(text, flags[i].Node);
        }

        return text.ToString();
    }

    private static void AddMembers(List<JsonMember> members, JsonNode? root, string[] names, JsonKind kind)
    {
        foreach (string name in names)
        {
            if (root?[name] is { } value && value.Kind == kind)
            {
                members.Add(new JsonMember(name, default, value));
            }
        }
    }
}
