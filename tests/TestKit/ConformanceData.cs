namespace Aurum.FlagGen.TestKit;

/// <summary>Data that others published, which is not a part of the repository: tests read it where it is and skip where it is not.</summary>
internal static class ConformanceData
{
    private const string Variable = "FLAGGEN_CONFORMANCE";

    /// <summary>The path of a file or folder below the data's folder; skips the running test where there is none.</summary>
    public static string Locate(params string[] parts)
    {
        string? root = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : FindBeside(AppContext.BaseDirectory);
        string path = Path.Combine([root ?? Path.Combine("shared", "conformance"), .. parts]);
        Assert.SkipUnless(
            File.Exists(path) || Directory.Exists(path),
            $"The conformance data '{path}' is not here. Put the folder shared/conformance beside the repository, or name another in the environment variable {Variable}.");
        return path;
    }

    /// <summary>The rows of a CSV file without quotes, its header left out.</summary>
    public static IReadOnlyList<string[]> ReadCsv(params string[] parts) =>
        [.. File.ReadLines(Locate(parts)).Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split(','))];

    private static string? FindBeside(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "conformance");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
