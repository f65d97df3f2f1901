using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Model.Members;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Cuts a manifest down to what the run time needs of it.</summary>
internal static class CatalogParser
{
    private static readonly string[] TextMembers = [ManifestMembers.Namespace.Name, ManifestMembers.Class.Name, ManifestMembers.Scope.Name];
    private static readonly string[] ObjectMembers = [ManifestMembers.Context.Name, ManifestMembers.Segments.Name, ManifestMembers.Layers.Name];

    /// <param name="manifest">The manifest.</param>
    /// <param name="flags">The flags that are decided at run time, in the order of their slots.</param>
    public static string Embed(FlagManifest manifest, IReadOnlyList<ManifestFlag> flags)
    {
        List<JsonMember> members = [];
        AddMembers(members, manifest.Root, TextMembers, JsonKind.String);
        AddMembers(members, manifest.Root, ObjectMembers, JsonKind.Object);
        JsonMember[] definitions = [.. flags.Select(static flag => new JsonMember(flag.Key, flag.KeyRange, flag.Node))];
        members.Add(new JsonMember(ManifestMembers.Flags.Name, default, JsonNode.Object(definitions, default)));
        return JsonText.Minify(JsonNode.Object([.. members], default));
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
