using System.Globalization;
using System.Text;
using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the embedded manifest and its registration.</summary>
internal static class CatalogWriter
{
    /// <remarks>
    /// The static fields are set in their order, without a static constructor: the type then stays one that the JIT may initialise early.
    /// The announcement lets the process know of the manifest when the assembly starts, without reading it.
    /// </remarks>
    public static SourceText Write(CatalogModel model)
    {
        OutputNames names = model.Names;
        string types = $"typeof({names.Qualifier}{names.ClassName}), typeof({names.Catalog})";
        SourceWriter writer = new(names.EscapedNamespace);
        WritePart(writer, 0, model.Head);
        WritePart(writer, int.MaxValue, model.Tail);
        writer.Open($"""
            {SourceWriter.Attribute}
            internal static partial class {names.Catalog}
            """);
        writer.Write($"""
            public static readonly {Runtime.Catalog} Catalog = {Runtime.Catalog}.Register({types});

            public static readonly int[] Slots = Catalog.Slots;
            """);
        if (model.HasFlags)
        {
            writer.Write($"""
                [global::System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Announce() => {Runtime.Catalog}.Announce({types});
                """);
        }

        WriteShape(writer, 0, model.Shape);
        writer.Close();
        return writer.ToSourceText();
    }

    public static SourceText Write(CatalogPartModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        WritePart(writer, model.Index, Join(model));
        writer.Open($"internal static partial class {model.Names.Catalog}");
        WriteShape(writer, model.Index, model.Shape);
        writer.Close();
        return writer.ToSourceText();
    }

    /// <summary>Under dotnet watch, another value of a constant restarts the program, as it must where other code is generated: it and the embedded manifest have to fit.</summary>
    private static void WriteShape(SourceWriter writer, int part, ulong shape) =>
        writer.Line("private const ulong Shape", MemberWriter.Number(part), " = ", shape.ToString(CultureInfo.InvariantCulture), ";");

    /// <summary>The flags with what parts each from the one before: a comma, and before the first of all a blank, since no text may begin with a quotation mark.</summary>
    private static string Join(CatalogPartModel model)
    {
        StringBuilder text = new();
        foreach (string flag in model.Flags)
        {
            text.Append(model.Index == 1 && text.Length == 0 ? ' ' : ',').Append(flag);
        }

        return text.ToString();
    }

    /// <summary>In an attribute: a UTF-8 literal costs the compiler a node of its tree for each byte, and a text that code loads stays in memory for good.</summary>
    private static void WritePart(SourceWriter writer, int index, string text) => writer.Line("[", Runtime.Part, "(", MemberWriter.Number(index), ", ", CSharpText.RawLiteral(text), ")]");
}
