using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Cuts a manifest down to what the run time needs of it.</summary>
internal static class CatalogParser
{
    private static readonly string[] TextMembers = [ManifestMembers.Namespace.Name, ManifestMembers.Class.Name, ManifestMembers.Scope.Name];
    private static readonly string[] ObjectMembers = [ManifestMembers.Context.Name, ManifestMembers.Segments.Name, ManifestMembers.Layers.Name];

    /// <summary>Everything but the flags, cut where they are to stand.</summary>
    /// <param name="declarations">The manifest without its flags.</param>
    /// <param name="hasFlags">Whether any flag is decided at run time.</param>
    /// <param name="names">The names of what is generated.</param>
    public static CatalogModel Embed(JsonNode declarations, bool hasFlags, OutputNames names)
    {
        List<JsonMember> members = [];
        AddMembers(members, declarations, TextMembers, JsonKind.String);
        AddMembers(members, declarations, ObjectMembers, JsonKind.Object);
        members.Add(new JsonMember(ManifestMembers.Flags.Name, default, JsonNode.Object([], default)));
        string text = JsonText.Minify(JsonNode.Object([.. members], default));
        int end = text.Length - "}}".Length;
        return new CatalogModel(names, text.Substring(0, end), text.Substring(end), hasFlags, ShapeOf(declarations, names));
    }

    /// <param name="flags">The flags that are decided at run time, in the order of their slots.</param>
    /// <param name="names">The names of what is generated.</param>
    public static EquatableArray<CatalogPartModel> Embed(IReadOnlyList<FlagFacts> flags, OutputNames names)
    {
        CatalogPartModel[] parts = new CatalogPartModel[Batches.CountOf(flags.Count)];
        for (int i = 0; i < parts.Length; i++)
        {
            string[] definitions = new string[Batches.SizeOf(flags.Count, i)];
            ShapeHash shape = new();
            for (int j = 0; j < definitions.Length; j++)
            {
                FlagFacts flag = flags[Batches.StartOf(i) + j];
                definitions[j] = flag.Definition;
                shape.Add(flag.Shape);
            }

            parts[i] = new CatalogPartModel(names, i + 1, new(definitions), shape.Value);
        }

        return new(parts);
    }

    /// <summary>The scope that a manifest names, or null.</summary>
    public static string? ScopeOf(JsonNode declarations) => declarations[ManifestMembers.Scope.Name] is { Kind: JsonKind.String } scope ? scope.Text : null;

    /// <summary>What is declared outside of flags and shows in generated code, as a number.</summary>
    private static ulong ShapeOf(JsonNode declarations, OutputNames names)
    {
        ShapeHash shape = new();
        shape.Add(names.Scope);
        shape.Add(declarations[ManifestMembers.Context.Name] is { } context ? JsonText.Minify(context) : "");
        return shape.Value;
    }

    private static void AddMembers(List<JsonMember> members, JsonNode root, string[] names, JsonKind kind)
    {
        foreach (string name in names)
        {
            if (root[name] is { } value && value.Kind == kind)
            {
                members.Add(new JsonMember(name, default, value));
            }
        }
    }
}
