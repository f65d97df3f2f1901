using System.Globalization;
using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>samples/Lifecycle has one of each fault: a build prints them all, and the formatting tool mends those that have a fix.</summary>
[Collection("builds in the repository")]
public sealed partial class LifecycleTests : IDisposable
{
    /// <summary>A fix may bring to light what another mends, and that again; longer chains there are not.</summary>
    private const int MostCalls = 5;

    // The rules about C# that have no fix.
    private static readonly string[] WithoutFix = ["AFG2003", "AFG2006", "AFG2010"];

    // What has a fix in general, and none where the sample shows it: a task that is handed on has no value yet.
    private static readonly string[] Unfixable = ["Migration.cs: AFG3007"];

    // Two folders below the root, as the sample is, so that its imports find the same files.
    private readonly DirectoryInfo _copy = Directory.CreateDirectory(RepositoryFolder.Combine("artifacts", "lifecycle-" + Guid.NewGuid().ToString("N")));

    public LifecycleTests() => Copy(new DirectoryInfo(RepositoryFolder.Combine("samples", "Lifecycle")), _copy);

    public void Dispose() => _copy.Delete(recursive: true);

    [SlowFact]
    public async Task Lifecycle_BuiltAndFormatted_ReportsEveryFaultAndKeepsThoseWithoutAFix()
    {
        string[] built = await BuildAsync();
        Compare("Lifecycle-build.txt", built);
        RulesIn(built).ShouldBe(Rules(), "The sample has one of each fault.");

        await FormatAsync();

        string[] left = await BuildAsync();
        Compare("Lifecycle-formatted.txt", left);
        (from line in left
         let match = LeftInCode().Match(line)
         where match.Success && !WithoutFix.Contains(match.Groups["code"].Value)
         select $"{match.Groups["file"].Value}: {match.Groups["code"].Value}").ShouldBe(Unfixable);
    }

    /// <summary>The rules that a release adds, but those of builds with overrides, which stop the build before the compiler runs.</summary>
    private static IEnumerable<string> Rules() => RulesIn(File.ReadLines(RepositoryFolder.Combine("analyzers", "Aurum.FlagGen.Analyzers", "AnalyzerReleases.Unshipped.md")));

    private static IEnumerable<string> RulesIn(IEnumerable<string> lines) =>
        lines.Select(static line => RuleId().Match(line).Value).Where(static id => id.Length > 0).Distinct().Order(StringComparer.Ordinal);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (FileInfo file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }

    /// <summary>Calls the formatting tool until it changes nothing. It looks for each rule once, and takes them in an order that differs from call to call.</summary>
    private async Task FormatAsync()
    {
        string before = ReadFiles();
        for (int calls = 0; calls < MostCalls; calls++)
        {
            await Dotnet.RunAsync(_copy.FullName, "format", "analyzers", "Lifecycle.csproj", "--severity", "info", "--no-restore");
            string after = ReadFiles();
            if (after == before)
            {
                return;
            }

            before = after;
        }

        Assert.Fail($"After {MostCalls} calls, the formatting tool still changes something. The files are now:\n{before}");
    }

    private string ReadFiles() => string.Concat(_copy.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(static file => file.FullName, StringComparer.Ordinal)
        .Select(file => $"== {Path.GetRelativePath(_copy.FullName, file.FullName)}\n{File.ReadAllText(file.FullName)}\n"));

    /// <summary>Each diagnostic of ours and of the compiler once, as <c>file(line,column): code: message</c>, in the order of files and places.</summary>
    private async Task<string[]> BuildAsync()
    {
        // The compiler speaks only where it runs: it has to for the sample, and not for all that the sample refers to.
        foreach (string project in (string[])["Lifecycle", "Unreadable", "Shared", "Job"])
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

    [GeneratedRegex(@"\bAFG\d{4}\b")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"^(?<file>[^\s(]+\.cs)\(\d+,\d+\): (?<code>AFG\d{4})")]
    private static partial Regex LeftInCode();

    [GeneratedRegex(@"^\s*(?<file>[^\s(][^(\n]*)\((?<line>\d+),(?<column>\d+)\): warning (?<code>(?:AFG|CS)\d+): (?<message>.*?)(?: \(https://[^)]*\))?(?: \[[^\]]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}
