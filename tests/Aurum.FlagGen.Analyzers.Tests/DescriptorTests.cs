using System.Text.RegularExpressions;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.Generators;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.TestKit;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests;

/// <summary>What holds for the diagnostics of the generator and of all analyzers. Release tracking cannot see descriptors that are made from a table, so these tests do its work.</summary>
public sealed partial class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] Descriptors = [.. FlagGenerator.Diagnostics, .. ProjectAnalysis.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)];

    [Fact]
    public void Rules_EachOfThem_HasADescriptor() =>
        ManifestRules.All.Select(static rule => rule.Id).ShouldBeSubsetOf(Descriptors.Select(static descriptor => descriptor.Id));

    [Fact]
    public void Descriptors_TheirCodes_AreUnique() => Descriptors.Select(static descriptor => descriptor.Id).ShouldBeUnique();

    [Fact]
    public void Descriptors_EachOfThem_LinksToItsPage() =>
        Descriptors.Where(static descriptor => descriptor.HelpLinkUri != $"https://github.com/aurum-flaggen/Aurum.FlagGen/blob/main/docs/rules/{descriptor.Id}.md"
                || !File.ReadAllText(RepositoryFolder.Combine("docs", "rules", descriptor.Id + ".md")).StartsWith($"# {descriptor.Id}: {descriptor.Title}\n", StringComparison.Ordinal))
            .Select(static descriptor => descriptor.Id)
            .ShouldBeEmpty();

    [Fact]
    public void CodeRules_EachOfThem_IsInTheIndexAndSaysItsSeverity()
    {
        string[] rows = [.. File.ReadLines(RepositoryFolder.Combine("docs", "rules", "README.md")).Where(static line => CodeRuleRow().IsMatch(line))];
        DiagnosticDescriptor[] rules = [.. Descriptors.Where(static descriptor => descriptor.Category != Categories.Manifest).OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

        rows.ShouldBe(rules.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Word(rule)} |"));
        rules.Where(static rule => !File.ReadAllText(RepositoryFolder.Combine("docs", "rules", rule.Id + ".md")).Contains($"\nSeverity: **{Word(rule)}**.", StringComparison.Ordinal))
            .Select(static rule => rule.Id)
            .ShouldBeEmpty();
    }

    [Fact]
    public void ReleaseFiles_TogetherWithTheDescriptors_SayTheSame()
    {
        string[] listed =
        [
            .. from name in (string[])["Shipped", "Unshipped"]
               from line in File.ReadLines(RepositoryFolder.Combine("analyzers", "Aurum.FlagGen.Analyzers", $"AnalyzerReleases.{name}.md"))
               where RuleLine().IsMatch(line)
               select line,
        ];
        string[] expected = [.. Descriptors.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}")];

        listed.ShouldBe(expected, ignoreOrder: true);
    }

    private static string Word(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    [GeneratedRegex(@"^\| \[AFG[2-9]\d+\]")]
    private static partial Regex CodeRuleRow();

    [GeneratedRegex(@"^AFG\d+ \|")]
    private static partial Regex RuleLine();
}
