using System.Reflection;

namespace Aurum.FlagGen.Analyzers.Diagnostics;

/// <summary>The codes of the diagnostics that the analyzers and the build find by themselves. Those of the manifest's own faults are in its table of rules.</summary>
internal static class DiagnosticIds
{
    public const string ClassClash = "AFG1050";
    public const string ReferencedClass = "AFG1051";
    public const string UnreadableManifest = "AFG1052";
    public const string UnusedFlag = "AFG1101";
    public const string NoUpkeep = "AFG1102";
    public const string NegatedName = "AFG1103";
    public const string BuildOverride = "AFG1202";
    public const string UndeclaredKey = "AFG2001";
    public const string KeyInPlaceOfAccessor = "AFG2002";
    public const string UnknownKey = "AFG2003";
    public const string WrongType = "AFG2004";
    public const string UndeclaredVariant = "AFG2005";
    public const string RetiredFlag = "AFG2006";
    public const string ExpiredFlag = "AFG2007";
    public const string MissingVariant = "AFG2008";
    public const string CompileTimeKey = "AFG2009";
    public const string MissingContext = "AFG2010";
    public const string TornRead = "AFG3001";
    public const string BlockedEvaluation = "AFG3002";
    public const string ConstantCheck = "AFG3003";
    public const string SameBranches = "AFG3004";
    public const string ForeignKey = "AFG3007";
    public const string RetiredSetUp = "AFG4001";
    public const string SettledBranch = "AFG9001";

    /// <summary>The SDK writes the project's <c>RepositoryUrl</c> into the assembly.</summary>
    private static readonly string Pages = typeof(DiagnosticIds).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static fact => fact.Key == "RepositoryUrl").Value + "/blob/main/docs/rules/";

    /// <summary>The page that explains a diagnostic.</summary>
    public static string HelpLink(string id) => Pages + id + ".md";
}
