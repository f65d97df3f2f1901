using System.Globalization;
using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>samples/Lifecycle has one of each fault: a build prints them all, and the formatting tool mends those that have a fix.</summary>
[Collection("builds in the repository")]
public sealed partial class LifecycleTests : IDisposable
{
    // Two folders below the root, as the sample is, so that its imports find the same files.
    private readonly DirectoryInfo _copy = Directory.CreateDirectory(RepositoryFolder.Combine("artifacts", "lifecycle-" + Guid.NewGuid().ToString("N")));

    public LifecycleTests() => Copy(new DirectoryInfo(RepositoryFolder.Combine("samples", "Lifecycle")), _copy);

    public void Dispose() => _copy.Delete(recursive: true);

    [Fact]
    public async Task Lifecycle_BuiltAndFormatted_ReportsEveryFaultAndKeepsThoseWithoutAFix()
    {
        string[] built = await BuildAsync();
        Compare("Lifecycle-build.txt", built);

        await Dotnet.RunAsync(_copy.FullName, "format", "analyzers", "Lifecycle.csproj", "--severity", "info", "--no-restore");

        string[] left = await BuildAsync();
        Compare("Lifecycle-formatted.txt", left);
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (FileInfo file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }

    /// <summary>Each diagnostic once, as <c>file(line,column): code: message</c>, in the order of files and places.</summary>
    private async Task<string[]> BuildAsync()
    {
        // The compiler speaks only where it runs: it has to for the sample, and not for all that the sample refers to.
        foreach (string project in (string[])["Lifecycle", "Unreadable"])
        {
            DirectoryInfo intermediate = new(RepositoryFolder.Combine("artifacts", "obj", project));
            if (intermediate.Exists)
            {
                intermediate.Delete(recursive: true);
            }
        }

        DotnetResult build = await Dotnet.RunAsync(_copy.FullName, "build", "Lifecycle.csproj", "-v:quiet");
        return
        [
            // A message may name another file; where the copy lies is no part of what is compared.
            .. from match in DiagnosticLine().Matches(build.Output)
               let file = Path.GetRelativePath(_copy.FullName, match.Groups["file"].Value).Replace('\\', '/')
               let line = $"{file}({match.Groups["line"].Value},{match.Groups["column"].Value}): {match.Groups["code"].Value}: {match.Groups["message"].Value.Replace(_copy.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}"
               orderby file, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture), line
               group line by line into same
               select same.Key,
        ];
    }

    /// <summary>Compares with a committed file; with FLAGGEN_UPDATE_DOCS=1 it is written anew.</summary>
    private static void Compare(string name, string[] lines)
    {
        string path = RepositoryFolder.Combine("tests", "Aurum.FlagGen.Package.Tests", "Expected", name);
        if (Environment.GetEnvironmentVariable("FLAGGEN_UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllLines(path, lines);
        }

        lines.ShouldBe(File.ReadAllLines(path));
    }

    [GeneratedRegex(@"^\s*(?<file>[^\s(][^(\n]*)\((?<line>\d+),(?<column>\d+)\): warning (?<code>[A-Z]+\d+): (?<message>.*?)(?: \(https://[^)]*\))?(?: \[[^\]]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}
