using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Readme.Tests;

public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("Program.cs", OutputKind.ConsoleApplication)]
    [InlineData("Web.cs", OutputKind.ConsoleApplication)]
    [InlineData("Manage.cs", OutputKind.DynamicallyLinkedLibrary)]
    public void TourFile_AsWritten_BuildsWithoutAWarning(string file, OutputKind kind) =>
        new TourProject(Tour.Manifest, Tour.File(file), kind).Build().ShouldBeEmpty();

    [Fact]
    public void TourProgram_Run_DecidesForItsUser()
    {
        string output = new TourProject(Tour.Manifest, Tour.File("Program.cs"), OutputKind.ConsoleApplication).Run();

        output.ShouldContain("the new widget");
        output.ShouldContain("100 rows; True because of Split, rule Premium users");
    }

    [Fact]
    public void TourMistake_OfTheReadme_IsReportedWordForWord()
    {
        Match shown = ShownDiagnostic().Matches(Tour.Readme).ShouldHaveSingleItem();
        string manifest = DocumentCode.ManifestBefore(Tour.Readme, shown.Index);

        string[] found = new TourProject(
            manifest.Replace("\"conditions\": { \"user.role\"", "\"conditions\": { \"user.rolle\"", StringComparison.Ordinal),
            "namespace Empty;",
            OutputKind.DynamicallyLinkedLibrary).Build();

        found.ShouldContain(shown.Value);
    }

    [Fact]
    public void RelativeLink_OfEveryDocument_LeadsToAFile()
    {
        string[] documents =
        [
            .. Directory.GetFiles(RepositoryFolder.Root, "*.md"),
            .. Directory.GetFiles(RepositoryFolder.Combine("docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.GetFiles(RepositoryFolder.Combine("samples"), "*.md", SearchOption.AllDirectories),
        ];

        (from document in documents
         from Match link in Links().Matches(File.ReadAllText(document))
         let target = link.Groups["target"].Value
         where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
         let path = Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0])
         where !File.Exists(path) && !Directory.Exists(path)
         select $"{Path.GetRelativePath(RepositoryFolder.Root, document)}: {target}").ShouldBeEmpty();
    }

    /// <summary>Words for parts that do not exist. Whoever builds one takes its word out of here.</summary>
    [Theory]
    [InlineData("admin API")]
    [InlineData("admin UI")]
    [InlineData("HTTP API")]
    [InlineData("aurum-feature")]
    [InlineData("command line and the")]
    public void Text_OfDocumentsAndSources_PromisesNoPartThatIsNotThere(string word)
    {
        string[] folders = ["docs", "samples", "src", "analyzers", "generators"];
        string[] kinds = [".md", ".cs", ".json", ".targets", ".props"];

        (from file in Directory.GetFiles(RepositoryFolder.Root, "*.md")
             .Concat(folders.SelectMany(static folder => Directory.EnumerateFiles(RepositoryFolder.Combine(folder), "*", SearchOption.AllDirectories)))
         where kinds.Contains(Path.GetExtension(file)) && File.ReadAllText(file).Contains(word, StringComparison.OrdinalIgnoreCase)
         select Path.GetRelativePath(RepositoryFolder.Root, file)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<=^    )flags\.json\(\d+,\d+\): .*$", RegexOptions.Multiline)]
    private static partial Regex ShownDiagnostic();

    [GeneratedRegex(@"(?:\]\(|src=""|srcset="")(?<target>[^)\s""]+)[)""]")]
    private static partial Regex Links();
}
