using System.Globalization;
using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the typed context and the constants of its attributes' values.</summary>
internal static class ContextWriter
{
    private const string Schema = "global::Aurum.FlagGen.FlagContextSchema";
    private const string Value = "global::Aurum.FlagGen.AttributeValue";

    public static SourceText Write(ContextModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        WriteContext(writer, model);
        foreach (AttributeModel attribute in model.Attributes)
        {
            WriteValues(writer, attribute);
        }

        return writer.ToSourceText();
    }

    private static void WriteContext(SourceWriter writer, ContextModel model)
    {
        writer.Line("/// <summary>Who asks: the attributes that the manifest declares.</summary>");
        writer.OpenType("public sealed class ", model.Names.Context, " : global::Aurum.FlagGen.FlagContext");
        foreach (AttributeModel attribute in model.Attributes)
        {
            writer.Summary(attribute.Description, "<c>" + CSharpText.Documentation(attribute.Path) + "</c>");
            writer.Line("public ", attribute.IsRequired ? "required " : "", attribute.Type, " ", attribute.Property, " { get; init; }");
            writer.Separate();
        }

        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override ", Schema, " Schema => AttributeSchema.Instance;");
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Open("protected override ", Value, " GetAttribute(int index) => index switch");
        for (int i = 0; i < model.Attributes.Count; i++)
        {
            writer.Line(i.ToString(CultureInfo.InvariantCulture), " => ", Value, ".From(", model.Attributes[i].Property, "),");
        }

        writer.Line("_ => default,");
        writer.Close("};");
        writer.Open("private static class AttributeSchema");
        writer.Line(
            "public static readonly ", Schema, " Instance = new(",
            string.Join(", ", model.Attributes.Select(static attribute => CSharpText.Literal(attribute.Path))), ");");
        writer.Close();
        writer.Close();
    }

    private static void WriteValues(SourceWriter writer, AttributeModel attribute)
    {
        if (attribute.ValuesType is null)
        {
            return;
        }

        writer.Line("/// <summary>The values of <c>", CSharpText.Documentation(attribute.Path), "</c>.</summary>");
        writer.OpenType("public static class ", attribute.ValuesType);
        foreach (NamedText value in attribute.Values)
        {
            writer.Line("/// <summary><c>", CSharpText.Documentation(value.Text), "</c></summary>");
            writer.Line("public const string ", value.Name, " = ", CSharpText.Literal(value.Text), ";");
            writer.Separate();
        }

        writer.Close();
    }
}
