using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the structs, enums and records of single flags.</summary>
internal static class TypesWriter
{
    private const string EngineField = "_engine";

    public static SourceText Write(TypesModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        foreach (VariantHandleModel handle in model.Handles)
        {
            VariantHandleWriter.Write(writer, handle, model.Names);
        }

        foreach (FlagStructModel flag in model.Structs)
        {
            WriteStruct(writer, flag, model.Names);
        }

        foreach (EnumModel list in model.Enums)
        {
            WriteEnum(writer, list, model.Names);
        }

        foreach (PayloadModel payload in model.Payloads)
        {
            PayloadWriter.WriteRecord(writer, payload, model.Names);
        }

        if (model.Payloads.Count > 0)
        {
            PayloadWriter.WriteReader(writer);
        }

        return writer.ToSourceText();
    }

    private static void WriteStruct(SourceWriter writer, FlagStructModel flag, OutputNames names)
    {
        bool isCompileTime = flag.Shape.Handle is null;
        writer.Line("/// <summary>The ", isCompileTime ? "compile-time " : "", "flag <c>", CSharpText.Documentation(flag.Shape.Key), "</c>.</summary>");
        writer.OpenType(names.Visibility, "readonly struct ", flag.TypeName, FlagShapeWriter.Interface(flag.Shape));
        if (!isCompileTime)
        {
            FlagShapeWriter.WriteEngine(writer, flag.TypeName, EngineField);
        }

        FlagShapeWriter.WriteMembers(writer, flag.Shape, EngineField, FlagShapeWriter.FlagField, names);
        writer.Close();
    }

    private static void WriteEnum(SourceWriter writer, EnumModel list, OutputNames names)
    {
        string what = list.Kind == EnumKind.Variants ? "The variants" : "The tracked events";
        writer.Line("/// <summary>", what, " of the flag <c>", CSharpText.Documentation(list.Key), "</c>.</summary>");
        writer.Open(names.Visibility, "enum ", list.TypeName);
        foreach (NamedText member in list.Members)
        {
            writer.Line("/// <summary><c>", CSharpText.Documentation(member.Text), "</c></summary>");
            writer.Line(member.Name, ",");
            writer.Separate();
        }

        writer.Close();
    }
}
