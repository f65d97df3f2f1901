namespace Aurum.FlagGen.TestKit;

/// <summary>Finds the repository from wherever the tests run.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = FindRoot();

    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Aurum.FlagGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds Aurum.FlagGen.sln; run the tests from a clone of the repository.");
    }
}
