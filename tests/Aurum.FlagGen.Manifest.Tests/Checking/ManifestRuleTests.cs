using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

public sealed class ManifestRuleTests
{
    public static TheoryData<string> Cases => ManifestCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_FaultyManifest_ReportsThatFaultAlone(string name)
    {
        ManifestCase one = ManifestCases.Find(name);

        ManifestError error = ManifestReader.Read(one.Text, TestContext.Current.CancellationToken).Errors.ShouldHaveSingleItem();

        error.Rule.ShouldBe(one.Rule);
        one.Text.Substring(error.Range.Start, error.Range.Length).ShouldBe(one.Text.Substring(one.Range.Start, one.Range.Length));
        error.Range.ShouldBe(one.Range);
        error.Message.ShouldBe(one.Message);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_ItsSoundNeighbour_ReportsNothing(string name) =>
        ManifestReader.Read(ManifestCases.Find(name).Valid, TestContext.Current.CancellationToken).Errors.ShouldBeEmpty();

    [Fact]
    public void All_EveryRule_HasACase() =>
        ManifestRules.All.Select(static rule => rule.Id).Except(ManifestCases.All.Select(static one => one.Rule.Id)).ShouldBeEmpty();

    [Fact]
    public void All_Codes_AreDistinctAndInOrder()
    {
        string[] ids = [.. ManifestRules.All.Select(static rule => rule.Id)];
        ids.ShouldBe(ids.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_HoldsEveryRuleOfTheTable()
    {
        IEnumerable<object?> fields = typeof(ManifestRules).GetFields().Where(static field => field.FieldType == typeof(ManifestRule)).Select(static field => field.GetValue(null));
        ManifestRules.All.ShouldBe(fields.Cast<ManifestRule>(), ignoreOrder: true);
    }
}
