using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the structs that flags with the same variants share.</summary>
internal static class VariantHandleWriter
{
    private const string TypeParameter = "TVariant";
    private const string Handle = "global::Aurum.FlagGen.VariantFlag<" + TypeParameter + ">";

    public static void Write(SourceWriter writer, VariantHandleModel model, OutputNames names)
    {
        string variants = string.Join(", ", model.Variants.Select(static variant => "<c>" + CSharpText.Documentation(variant.Text) + "</c>"));
        writer.Line("/// <summary>A flag with the variants ", variants, ".</summary>");
        writer.Line("/// <typeparam name=\"", TypeParameter, "\">The enum of the flag's variants.</typeparam>");
        writer.OpenType(
            names.Visibility, "readonly struct ", model.TypeName, "<", TypeParameter, "> : global::Aurum.FlagGen.IFlag<", TypeParameter, "> where ", TypeParameter, " : struct, global::System.Enum");
        writer.Line("private readonly ", Handle, " ", FlagShapeWriter.FlagField, ";");
        writer.Separate();
        writer.Line("internal ", model.TypeName, "(global::Aurum.FlagGen.FlagEngine? engine, int slot) => ", FlagShapeWriter.FlagField, " = new(engine, slot);");
        writer.Separate();
        FlagShapeWriter.WriteKey(writer, FlagShapeWriter.FlagField + ".Key", FlagShapeWriter.FlagField + ".Scope", "Variant");
        FlagShapeWriter.WriteAnswers(writer, TypeParameter, "GetVariant", isVariant: true, FlagShapeWriter.FlagField);
        MatchWriter.Write(writer, model.Variants, FlagShapeWriter.FlagField);
        FlagShapeWriter.WriteTrack(writer, FlagShapeWriter.FlagField);
        writer.Close();
    }
}
