using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Architecture.Tests;

public sealed class SourceShapeTests
{
    private const int LongestFile = 400;

    private static readonly string[] ProductFolders = ["src", "generators", "analyzers"];

    public static TheoryData<string> TopLevel { get; } = ["src", "generators", "analyzers", "tests", "samples", "docs", "eng"];

    private static IEnumerable<string> ProductFiles =>
        from folder in ProductFolders
        from file in Directory.EnumerateFiles(RepositoryFolder.Combine(folder), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select file;

    [Theory]
    [MemberData(nameof(TopLevel))]
    public void Repository_TopLevel_HasTheFolder(string folder) => Directory.Exists(RepositoryFolder.Combine(folder)).ShouldBeTrue();

    [Fact]
    public void ProductFile_ItsLength_StaysReadable() =>
        ProductFiles.Select(static file => (File: Path.GetFileName(file), Lines: File.ReadLines(file).Count()))
            .Where(static file => file.Lines > LongestFile)
            .Select(static file => $"{file.File}: {file.Lines} lines")
            .ShouldBeEmpty();

    [Fact]
    public void ProductFile_Suppressions_AreInTheGlobalConfigAndNowhereElse() =>
        ProductFiles.Where(static file => File.ReadLines(file).Any(static line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)))
            .Select(static file => Path.GetFileName(file))
            .ShouldBeEmpty();

    [Fact]
    public void ProductFile_OpenEnds_AreIssuesAndNotComments() =>
        (from file in ProductFiles
         from line in File.ReadLines(file)
         where line.Contains("// TODO", StringComparison.Ordinal) || line.Contains("// FIXME", StringComparison.Ordinal) || line.Contains("// HACK", StringComparison.Ordinal)
         select $"{Path.GetFileName(file)}: {line.Trim()}").ShouldBeEmpty();
}
