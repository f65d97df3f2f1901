using System.Reflection;

namespace Aurum.FlagGen.Build;

/// <summary>Where the page of each diagnostic is.</summary>
internal static class RulePages
{
    // The SDK writes the project's RepositoryUrl into each assembly.
    private static readonly string Folder = typeof(RulePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static fact => fact.Key == "RepositoryUrl").Value + "/blob/main/docs/rules/";

    /// <summary>The page that explains a diagnostic.</summary>
    public static string HelpLink(string id) => Folder + id + ".md";
}
