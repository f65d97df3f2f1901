namespace Aurum.Samples.Dashboard;

/// <summary>Finds the repository's flags.json, so that the file you edit is the file that is watched, and not a copy in the build's output.</summary>
internal static class ManifestFile
{
    public static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "flags.json");
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException($"No flags.json lies above '{AppContext.BaseDirectory}'. Name one: dotnet run --project samples/Dashboard -- --flags path/to/flags.json");
    }
}
