using System.Text.RegularExpressions;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>The pages under docs/rules: what they show is what the checker does.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Rules => new(ManifestRules.All.Select(static rule => rule.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_OfARule_HasItsTitleAndSeverity(string id)
    {
        ManifestRule rule = Find(id);

        Read(id).ShouldStartWith($"# {id}: {rule.Title}\n\nSeverity: **{Severity(rule)}**.");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_ItsExample_TriggersTheRuleAlone(string id) =>
        ManifestReader.Read(Examples(id)[0], TestContext.Current.CancellationToken).Errors.Select(static error => error.Rule.Id).Distinct().ShouldBe([id]);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_ItsFix_HasNoFault(string id) =>
        ManifestReader.Read(Examples(id)[1], TestContext.Current.CancellationToken).Errors.ShouldBeEmpty();

    [Fact]
    public void Index_ListsEveryRule_WithItsTitleAndSeverity()
    {
        string[] ids = [.. ManifestRules.All.Select(static rule => rule.Id)];
        string[] rows = [.. File.ReadAllLines(RepositoryFolder.Combine("docs", "rules", "README.md")).Where(line => ids.Any(id => line.StartsWith($"| [{id}]", StringComparison.Ordinal)))];

        rows.ShouldBe(ManifestRules.All.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Severity(rule)} |"));
    }

    private static ManifestRule Find(string id) => ManifestRules.All.Single(rule => rule.Id == id);

    private static string Severity(ManifestRule rule) => rule.Severity switch
    {
        ManifestSeverity.Error => "error",
        ManifestSeverity.Warning => "warning",
        _ => "info",
    };

    private static string Read(string id) => File.ReadAllText(RepositoryFolder.Combine("docs", "rules", id + ".md"));

    /// <summary>The page's JSON blocks: first what triggers the rule, then the fix.</summary>
    private static string[] Examples(string id)
    {
        string[] examples = [.. JsonBlock().Matches(Read(id)).Select(static match => match.Groups[1].Value)];
        examples.Length.ShouldBe(2);
        return examples;
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
