using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes XML comments.</summary>
internal static class DocumentationWriter
{
    /// <summary>Writes a summary of plain text.</summary>
    public static void Summary(this SourceWriter writer, string? text, string otherwise)
    {
        string? escaped = text is null ? null : CSharpText.Documentation(text);
        writer.Line("/// <summary>", string.IsNullOrEmpty(escaped) ? otherwise : escaped!, "</summary>");
    }

    /// <summary>Writes what is known of a flag or a group.</summary>
    public static void Document(this SourceWriter writer, FlagDocumentation flag)
    {
        if (flag.Type is null)
        {
            writer.Line("/// <summary>The flags <c>", CSharpText.Documentation(flag.Key), ".*</c>.</summary>");
            return;
        }

        string key = "<c>" + CSharpText.Documentation(flag.Key) + "</c>";
        writer.Summary(flag.Description, "The flag " + key + ".");
        writer.Line(
            "/// <remarks>", key, ", ", flag.Type,
            flag.Default is null ? "" : ", default <c>" + CSharpText.Documentation(flag.Default) + "</c>",
            ".", flag.Owner is null ? "" : " Owner: " + CSharpText.Documentation(flag.Owner) + ".",
            flag.Expires is null ? "" : " Expires: " + CSharpText.Documentation(flag.Expires) + ".",
            flag.IsPermanent ? " Permanent." : "", flag.IsRetired ? " Retired." : "",
            "</remarks>");
    }
}
