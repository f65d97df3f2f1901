using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the embedded manifest and its registration.</summary>
internal static class CatalogWriter
{
    private const string Catalog = "global::Aurum.FlagGen.FlagCatalog";

    public static SourceText Write(CatalogModel model)
    {
        OutputNames names = model.Names;
        SourceWriter writer = new(names.EscapedNamespace);
        writer.OpenType("internal static class ", names.Catalog);

        // Static fields are set in this order. No static constructor: the type then stays one that the JIT may initialise early.
        writer.Line("public static readonly ", Catalog, " Catalog = ", Catalog, ".Register(typeof(", names.Qualifier, names.ClassName, "), Manifest);");
        writer.Separate();
        writer.Line("public static readonly int[] Slots = Catalog.Slots;");
        writer.Separate();
        writer.Line("private static global::System.ReadOnlySpan<byte> Manifest => ", CSharpText.RawUtf8Literal(model.Json), ";");
        writer.Close();
        return writer.ToSourceText();
    }
}
