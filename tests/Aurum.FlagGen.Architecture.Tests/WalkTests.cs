using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Architecture.Tests;

public sealed partial class WalkTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Combine("docs/architecture.md"));

    private static readonly string[] Walks =
        [.. Page[Page.IndexOf("## Ten walks", StringComparison.Ordinal)..Page.IndexOf("## The rooms", StringComparison.Ordinal)].Split('\n').Where(static line => line.StartsWith("| a ", StringComparison.Ordinal))];

    public static TheoryData<string> Each { get; } = [.. Walks.Select(static walk => walk.Split('|')[1].Trim())];

    [Fact]
    public void Page_Walks_AreTen() => Walks.Length.ShouldBe(10);

    [Theory]
    [MemberData(nameof(Each))]
    public void Walk_FilesThatItNames_Exist(string walk)
    {
        string[] files = [.. FileName().Matches(Walks.Single(line => line.StartsWith($"| {walk} |", StringComparison.Ordinal))).Select(static match => match.Groups[1].Value)];

        files.ShouldNotBeEmpty();
        files.Where(static file => !Path.Exists(RepositoryFolder.Combine(file))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"`((?:src|generators|analyzers|tests|samples|docs)/[^`]+)`")]
    private static partial Regex FileName();
}
