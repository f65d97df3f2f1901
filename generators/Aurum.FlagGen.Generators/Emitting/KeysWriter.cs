using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the constants of the flags' keys, for where a member cannot stand: in attributes.</summary>
internal static class KeysWriter
{
    public static SourceText Write(KeysModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        writer.Line("// A constant's value says all that a comment could.");
        writer.Line("#pragma warning disable CS1591");
        writer.Separate();
        string declaration = $"{model.Names.Visibility}static partial class {model.Names.Keys}";
        writer.Open(model.Index > 0 ? declaration : $"""
            /// <summary>The keys of the manifest's flags, for where a constant is needed.</summary>
            {SourceWriter.Attribute}
            {declaration}
            """);
        foreach (NamedText key in model.Keys)
        {
            writer.Line("public const string ", key.Name, " = ", CSharpText.Literal(key.Text), ";");
        }

        writer.Close();
        return writer.ToSourceText();
    }
}
