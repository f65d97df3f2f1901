namespace Aurum.FlagGen.Analyzers;

/// <summary>The codes of the diagnostics that the analyzers find by themselves. Those of the manifest's own faults are in its table of rules.</summary>
internal static class DiagnosticIds
{
    public const string ClassClash = "AFG1050";

    private const string Pages = "https://github.com/aurum-flaggen/Aurum.FlagGen/blob/main/docs/rules/";

    /// <summary>The page that explains a diagnostic.</summary>
    public static string HelpLink(string id) => Pages + id + ".md";
}
