using System.Text.RegularExpressions;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Manifest.Tests.Schema;

/// <summary>The reference of flags.json in docs/manifest.md.</summary>
public sealed partial class ManifestPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Combine("docs", "manifest.md"));

    public static TheoryData<string> Members => new(
        new[]
        {
            ManifestMembers.Table, AttributeMembers.Table, SegmentMembers.Table, LayerMembers.Table, FlagMembers.Table, RuleMembers.Table, ConditionMembers.Table,
            AbTestMembers.Table, LayerRangeMembers.Table, RolloutPlanMembers.Table, GuardMembers.Table,
        }.SelectMany(static table => table.Members).Select(static member => member.Name).Distinct());

    [Fact]
    public void Examples_OfThePage_HaveNoFault()
    {
        string[] examples = [.. JsonBlock().Matches(Page).Select(static match => match.Groups[1].Value)];

        examples.Length.ShouldBeGreaterThan(5);
        examples.SelectMany(static example => ManifestReader.Read(example).Errors).Select(static error => error.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Page_EveryMember_IsNamed(string member) => Page.ShouldContain($"`{member}`");

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
