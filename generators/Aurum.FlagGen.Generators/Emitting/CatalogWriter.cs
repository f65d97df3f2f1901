using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the embedded manifest and its registration.</summary>
internal static class CatalogWriter
{
    private const string Catalog = "global::Aurum.FlagGen.FlagCatalog";
    private const string Part = "global::Aurum.FlagGen.FlagManifestPart";

    public static SourceText Write(CatalogModel model)
    {
        OutputNames names = model.Names;
        SourceWriter writer = new(names.EscapedNamespace);

        // In attributes: a UTF-8 literal costs the compiler a node of its tree for each byte, and a text that code loads stays in memory for good.
        for (int i = 0; i < model.Parts.Count; i++)
        {
            writer.Line("[", Part, "(", MemberWriter.Number(i), ", ", CSharpText.RawLiteral(model.Parts[i]), ")]");
        }

        writer.OpenType("internal static class ", names.Catalog);

        // Static fields are set in this order. No static constructor: the type then stays one that the JIT may initialise early.
        writer.Line("public static readonly ", Catalog, " Catalog = ", Catalog, ".Register(typeof(", names.Qualifier, names.ClassName, "), typeof(", names.Catalog, "));");
        writer.Separate();
        writer.Line("public static readonly int[] Slots = Catalog.Slots;");
        writer.Close();
        return writer.ToSourceText();
    }
}
