using System.Text;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Model.Members;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Cuts a manifest down to what the run time needs of it.</summary>
internal static class CatalogParser
{
    private const int FlagsInPart = 2048;

    private static readonly string[] TextMembers = [ManifestMembers.Namespace.Name, ManifestMembers.Class.Name, ManifestMembers.Scope.Name];
    private static readonly string[] ObjectMembers = [ManifestMembers.Context.Name, ManifestMembers.Segments.Name, ManifestMembers.Layers.Name];

    /// <summary>Everything but the flags, cut where they are to stand.</summary>
    public static CatalogModel Embed(FlagManifest manifest, OutputNames names)
    {
        List<JsonMember> members = [];
        AddMembers(members, manifest.Root, TextMembers, JsonKind.String);
        AddMembers(members, manifest.Root, ObjectMembers, JsonKind.Object);
        members.Add(new JsonMember(ManifestMembers.Flags.Name, default, JsonNode.Object([], default)));
        string text = JsonText.Minify(JsonNode.Object([.. members], default));
        int end = text.Length - "}}".Length;
        return new CatalogModel(names, text.Substring(0, end), text.Substring(end));
    }

    /// <param name="flags">The flags that are decided at run time, in the order of their slots.</param>
    /// <param name="names">The names of what is generated.</param>
    public static EquatableArray<CatalogPartModel> Embed(IReadOnlyList<ManifestFlag> flags, OutputNames names)
    {
        CatalogPartModel[] parts = new CatalogPartModel[(flags.Count + FlagsInPart - 1) / FlagsInPart];
        StringBuilder text = new();
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = new CatalogPartModel(names, i + 1, Join(text, flags, i * FlagsInPart, Math.Min((i + 1) * FlagsInPart, flags.Count)));
        }

        return new(parts);
    }

    /// <summary>Some flags with what parts each from the one before: a comma, and before the first of all a blank.</summary>
    private static string Join(StringBuilder text, IReadOnlyList<ManifestFlag> flags, int first, int end)
    {
        text.Clear();
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
