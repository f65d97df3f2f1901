using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the structs, enums and records of single flags.</summary>
internal static class TypesWriter
{
    private const string EngineField = "_engine";

    /// <summary>The runtime's handle in a struct whose members are all known, so that none can have the name.</summary>
    private const string FlagProperty = "__flag";

    public static SourceText Write(TypesModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
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
        writer.Open($"""
            /// <summary>The {(isCompileTime ? "compile-time " : "")}flag <c>{CSharpText.Documentation(flag.Shape.Key)}</c>.</summary>
            {SourceWriter.Attribute}
            {names.Visibility}readonly struct {flag.TypeName} : {FlagShapeWriter.Interface(flag.Shape)}
            """);
        if (!isCompileTime)
        {
            MemberWriter.WriteEngine(writer, flag.TypeName, EngineField);
        }

        FlagShapeWriter.WriteMembers(writer, flag.Shape, EngineField, FlagProperty, names);
        writer.Close();
    }

    private static void WriteEnum(SourceWriter writer, EnumModel list, OutputNames names)
    {
        writer.Open($"""
            /// <summary>{(list.Kind == EnumKind.Variants ? "The variants" : "The tracked events")} of the flag <c>{CSharpText.Documentation(list.Key)}</c>.</summary>
            {names.Visibility}enum {list.TypeName}
            """);
        foreach (NamedText member in list.Members)
        {
            writer.Write($"""
                /// <summary><c>{CSharpText.Documentation(member.Text)}</c></summary>
                {member.Name},
                """);
        }

        writer.Close();
    }
}
