using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>docs/testing.md has a test project from nothing: every file of it, as it stands there, gives a project whose tests pass.</summary>
public sealed partial class TestProjectPageTests(PackedPackages packages) : IDisposable
{
    private const string Folder = "Shop.Tests";

    private readonly ScratchSolution _scratch = new(packages);

    public void Dispose() => _scratch.Dispose();

    [SlowFact]
    public async Task Project_AsThePageShowsIt_RunsItsTests()
    {
        string page = await File.ReadAllTextAsync(RepositoryFolder.Combine("docs", "testing.md"), TestContext.Current.CancellationToken);
        string section = page[page.IndexOf("## A test project from nothing", StringComparison.Ordinal)..];
        List<Match> files = [.. FileBlock().Matches(section).Cast<Match>()];
        files.Select(static file => file.Groups["name"].Value).ShouldBe(["Shop.Tests.csproj", "flags.json", "PageTests.cs"]);
        foreach (Match file in files)
        {
            _scratch.Write($"{Folder}/{file.Groups["name"].Value}", PackageVersion().Replace(file.Groups["text"].Value, "${before}" + packages.Version + "${after}"));
        }

        DotnetResult run = await Dotnet.RunAsync(_scratch.PathOf(Folder), "run");

        run.Output.ShouldContain("total: 5");
        run.Output.ShouldContain("failed: 0");
        run.Output.ShouldNotContain("warning");
    }

    /// <summary>The name of a file and its text, up to the next heading of the page.</summary>
    [GeneratedRegex(@"^`(?<name>[\w.]+)`:\n\n(?:<!--[^\n]*-->\n)?```\w+\n(?<text>.*?)```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex FileBlock();

    [GeneratedRegex("""(?<before>Include="Aurum\.FlagGen[\w.]*" Version=")[^"]+(?<after>")""")]
    private static partial Regex PackageVersion();
}
