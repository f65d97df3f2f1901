namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>Where results, the manifest and the document lie.</summary>
internal static class RepositoryPaths
{
    private const string Solution = "Aurum.FlagGen.sln";

    /// <summary>The repository that holds this build.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>What a run leaves behind; not in the repository.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts", "benchmarks");

    /// <summary>The figures as JSON, one file for each class of benchmarks and each probe.</summary>
    public static string Results => Path.Combine(Artifacts, "results");

    /// <summary>The manifest from which the scenarios' typed flags are generated.</summary>
    public static string Manifest => Path.Combine(Root, "tests", "Aurum.FlagGen.Benchmarks", "flags.json");

    /// <summary>The last results, for readers.</summary>
    public static string Document => Path.Combine(Root, "docs", "benchmarks.md");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Solution}; run the benchmarks from a build inside the repository.");
    }
}
