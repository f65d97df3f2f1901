namespace Aurum.Samples.Dashboard;

/// <summary>Finds the repository's flags.json, so that the file you edit is the file that is watched, and not the copy that the build leaves beside the program.</summary>
internal static class ManifestFile
{
    private const string Name = "flags.json";

    /// <summary>The nearest file in a folder above the program's own; the copy beside the program where there is none.</summary>
    public static string Find()
    {
        string program = AppContext.BaseDirectory;
        for (DirectoryInfo? folder = new DirectoryInfo(program).Parent; folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, Name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        string copy = Path.Combine(program, Name);
        return File.Exists(copy)
            ? copy
            : throw new FileNotFoundException($"No {Name} lies in '{program}' or above it. Name one: dotnet run --project samples/Dashboard -- --flags /path/to/flags.json");
    }
}
