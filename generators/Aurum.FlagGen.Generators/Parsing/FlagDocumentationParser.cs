using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Gathers what the documentation of a flag's member tells.</summary>
internal static class FlagDocumentationParser
{
    private const int LongestDefault = 80;

    public static FlagDocumentation Parse(ManifestFlag flag) => new(
        flag.Key,
        flag.IsCompileTime ? "compile-time boolean" : ManifestWords.FlagTypes.WordFor(flag.Type),
        ReadDefault(flag),
        flag.Description,
        flag.Owner,
        flag.Expires,
        flag.IsPermanent,
        flag.IsRetired);

    private static string? ReadDefault(ManifestFlag flag)
    {
        if (flag.Node[FlagMembers.DefaultValue.Name] is not { } value)
        {
            return flag.Type == FlagType.Boolean ? "false" : null;
        }

        string text = JsonText.Minify(value);
        return text.Length <= LongestDefault ? text : text.Substring(0, LongestDefault) + "…";
    }
}
