using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the typed context and the constants of its attributes' values.</summary>
/// <remarks>Texts and integers lie side by side, each kind in an inline array, where the engine reads them without a call.</remarks>
internal static class ContextWriter
{
    public static SourceText Write(ContextModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        WriteContext(writer, model);
        foreach (AttributeModel attribute in model.Attributes)
        {
            if (attribute.ValuesType is { } type)
            {
                WriteValues(writer, attribute, type, model.Names);
            }
        }

        return writer.ToSourceText();
    }

    private static void WriteContext(SourceWriter writer, ContextModel model)
    {
        AttributeModel[] texts = [.. model.Attributes.Where(static attribute => attribute.Type is "string" or "string?")];
        AttributeModel[] integers = [.. model.Attributes.Where(static attribute => attribute.Type is "long" or "long?")];
        AttributeModel[] ordered = [.. texts, .. integers, .. model.Attributes.Except([.. texts, .. integers])];
        writer.Open($"""
            /// <summary>Who asks: the attributes that the manifest declares.</summary>
            {SourceWriter.Attribute}
            {model.Names.Visibility}sealed class {model.Names.Context} : {Runtime.Context}
            """);
        WriteField(writer, texts, "private readonly AttributeSchema.Texts _texts;");
        WriteField(writer, integers, "private readonly AttributeSchema.Integers _integers;");
        writer.Separate();
        foreach (AttributeModel attribute in model.Attributes)
        {
            writer.Summary(attribute.Description, "<c>" + CSharpText.Documentation(attribute.Path) + "</c>");
            writer.Write($"public {(attribute.IsRequired ? "required " : "")}{attribute.Type} {attribute.Property} {AccessorsOf(attribute, texts, integers)}");
        }

        writer.Write($$"""
            /// <inheritdoc/>
            protected override {{Runtime.Schema}} Schema => AttributeSchema.Instance;

            /// <inheritdoc/>
            protected override {{Runtime.Fields}} AttributeFields => new(AttributeSchema.Instance{{(texts.Length > 0 ? ", texts: _texts" : "")}}{{(integers.Length > 0 ? ", integers: _integers" : "")}});

            /// <inheritdoc/>
            protected override {{Runtime.AttributeValue}} GetAttribute(int index) => index switch
            {
                {{SourceWriter.Lines(4, [.. ordered.Select(static (attribute, i) => $"{MemberWriter.Number(i)} => {Runtime.AttributeValue}.From({attribute.Property}),"), "_ => default,"])}}
            };
            """);
        writer.Open("private static class AttributeSchema");
        writer.Write($"public static readonly {Runtime.Schema} Instance = new({string.Join(", ", ordered.Select(static attribute => CSharpText.Literal(attribute.Path)))});");
        WriteArray(writer, "Texts", "string?", texts.Length);
        WriteArray(writer, "Integers", "long?", integers.Length);
        writer.Close();
        writer.Close();
    }

    private static void WriteField(SourceWriter writer, AttributeModel[] attributes, string field)
    {
        if (attributes.Length > 0)
        {
            writer.Line(field);
        }
    }

    private static string AccessorsOf(AttributeModel attribute, AttributeModel[] texts, AttributeModel[] integers)
    {
        int text = Array.IndexOf(texts, attribute);
        int integer = Array.IndexOf(integers, attribute);
        if (text < 0 && integer < 0)
        {
            return "{ get; init; }";
        }

        string field = text >= 0 ? $"_texts[{MemberWriter.Number(text)}]" : $"_integers[{MemberWriter.Number(integer)}]";
        string present = !attribute.IsRequired ? "" : text >= 0 ? "!" : ".GetValueOrDefault()";
        return $$"""{ get => {{field}}{{present}}; init => {{field}} = value; }""";
    }

    private static void WriteArray(SourceWriter writer, string name, string type, int count)
    {
        if (count > 0)
        {
            writer.Write($$"""
                [global::System.Runtime.CompilerServices.InlineArray({{MemberWriter.Number(count)}})]
                public struct {{name}}
                {
                    private {{type}} _first;
                }
                """);
        }
    }

    private static void WriteValues(SourceWriter writer, AttributeModel attribute, string type, OutputNames names)
    {
        writer.Open($"""
            /// <summary>The values of <c>{CSharpText.Documentation(attribute.Path)}</c>.</summary>
            {SourceWriter.Attribute}
            {names.Visibility}static class {type}
            """);
        foreach (NamedText value in attribute.Values)
        {
            writer.Write($"""
                /// <summary><c>{CSharpText.Documentation(value.Text)}</c></summary>
                public const string {value.Name} = {CSharpText.Literal(value.Text)};
                """);
        }

        writer.Close();
    }
}
