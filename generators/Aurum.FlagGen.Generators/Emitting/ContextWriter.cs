using System.Globalization;
using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the typed context and the constants of its attributes' values.</summary>
internal static class ContextWriter
{
    private const string Schema = "global::Aurum.FlagGen.FlagContextSchema";
    private const string Value = "global::Aurum.FlagGen.AttributeValue";
    private const string TextFields = "Texts";
    private const string IntegerFields = "Integers";

    public static SourceText Write(ContextModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        WriteContext(writer, model);
        foreach (AttributeModel attribute in model.Attributes)
        {
            WriteValues(writer, attribute, model.Names);
        }

        return writer.ToSourceText();
    }

    private static void WriteContext(SourceWriter writer, ContextModel model)
    {
        AttributeModel[] texts = [.. model.Attributes.Where(static attribute => attribute.Type is "string" or "string?")];
        AttributeModel[] integers = [.. model.Attributes.Where(static attribute => attribute.Type is "long" or "long?")];
        AttributeModel[] ordered = [.. texts, .. integers, .. model.Attributes.Except([.. texts, .. integers])];
        writer.Line("/// <summary>Who asks: the attributes that the manifest declares.</summary>");
        writer.OpenType(model.Names.Visibility, "sealed class ", model.Names.Context, " : global::Aurum.FlagGen.FlagContext");
        WriteField(writer, TextFields, texts);
        WriteField(writer, IntegerFields, integers);
        writer.Separate();
        foreach (AttributeModel attribute in model.Attributes)
        {
            writer.Summary(attribute.Description, "<c>" + CSharpText.Documentation(attribute.Path) + "</c>");
            WriteProperty(writer, attribute, texts, integers);
            writer.Separate();
        }

        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override ", Schema, " Schema => AttributeSchema.Instance;");
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Line(
            "protected override global::Aurum.FlagGen.AttributeFields AttributeFields => new(AttributeSchema.Instance",
            texts.Length > 0 ? ", texts: " + NameOf(TextFields) : "", integers.Length > 0 ? ", integers: " + NameOf(IntegerFields) : "", ");");
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Open("protected override ", Value, " GetAttribute(int index) => index switch");
        for (int i = 0; i < ordered.Length; i++)
        {
            writer.Line(Number(i), " => ", Value, ".From(", ordered[i].Property, "),");
        }

        writer.Line("_ => default,");
        writer.Close("};");
        WriteSchema(writer, ordered, texts.Length, integers.Length);
        writer.Close();
    }

    /// <summary>Attributes of one kind lie side by side, where the engine reads them without a call.</summary>
    private static void WriteField(SourceWriter writer, string fields, AttributeModel[] attributes)
    {
        if (attributes.Length > 0)
        {
            writer.Line("private readonly AttributeSchema.", fields, " ", NameOf(fields), ";");
        }
    }

    private static void WriteProperty(SourceWriter writer, AttributeModel attribute, AttributeModel[] texts, AttributeModel[] integers)
    {
        string declaration = "public " + (attribute.IsRequired ? "required " : "") + attribute.Type + " " + attribute.Property;
        int text = Array.IndexOf(texts, attribute);
        int integer = Array.IndexOf(integers, attribute);
        if (text < 0 && integer < 0)
        {
            writer.Line(declaration, " { get; init; }");
            return;
        }

        string field = text >= 0 ? NameOf(TextFields) + "[" + Number(text) + "]" : NameOf(IntegerFields) + "[" + Number(integer) + "]";
        string present = !attribute.IsRequired ? "" : text >= 0 ? "!" : ".GetValueOrDefault()";
        writer.Line(declaration, " { get => ", field, present, "; init => ", field, " = value; }");
    }

    private static void WriteSchema(SourceWriter writer, AttributeModel[] ordered, int texts, int integers)
    {
        writer.Open("private static class AttributeSchema");
        writer.Line(
            "public static readonly ", Schema, " Instance = new(",
            string.Join(", ", ordered.Select(static attribute => CSharpText.Literal(attribute.Path))), ");");
        writer.Separate();
        WriteFields(writer, TextFields, "string?", texts);
        WriteFields(writer, IntegerFields, "long?", integers);
        writer.Close();
    }

    private static void WriteFields(SourceWriter writer, string name, string type, int count)
    {
        if (count == 0)
        {
            return;
        }

        writer.Line("[global::System.Runtime.CompilerServices.InlineArray(", Number(count), ")]");
        writer.Open("public struct ", name);
        writer.Line("private ", type, " _first;");
        writer.Close();
    }

    private static string NameOf(string fields) => fields == TextFields ? "_texts" : "_integers";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteValues(SourceWriter writer, AttributeModel attribute, OutputNames names)
    {
        if (attribute.ValuesType is null)
        {
            return;
        }

        writer.Line("/// <summary>The values of <c>", CSharpText.Documentation(attribute.Path), "</c>.</summary>");
        writer.OpenType(names.Visibility, "static class ", attribute.ValuesType);
        foreach (NamedText value in attribute.Values)
        {
            writer.Line("/// <summary><c>", CSharpText.Documentation(value.Text), "</c></summary>");
            writer.Line("public const string ", value.Name, " = ", CSharpText.Literal(value.Text), ";");
            writer.Separate();
        }

        writer.Close();
    }
}
