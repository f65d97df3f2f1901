using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Microsoft's and Unleash's own specifications are in the conformance tests. The places here are those that the other systems publish in the tests of their SDKs, or, where it says so, were computed from the formula by another program.</summary>
public class ImportedFormulaTests
{
    /// <summary>The cases of LaunchDarkly's SDKs, for the flag "hashKey" with the salt "saltyA".</summary>
    [Theory]
    [InlineData("userKeyA", null, 0.42157587)]
    [InlineData("userKeyB", null, 0.6708485)]
    [InlineData("userKeyC", null, 0.10343106)]
    [InlineData("userKeyA", "61", 0.09801207)]
    [InlineData("userKeyB", "61", 0.14483777)]
    [InlineData("userKeyC", "61", 0.9242641)]
    public void LaunchDarkly_PublishedCase_Agrees(string id, string? seed, double expected) =>
        new LaunchDarklyFormula(new FlagBucketing { Algorithm = "launchdarkly", Seed = seed }, "hashKey", "saltyA").Place(id).ShouldBe(expected, 1e-7);

    /// <summary>The cases of GrowthBook's SDKs.</summary>
    [Theory]
    [InlineData("", "a", 1_000, 0.22)]
    [InlineData("", "b", 1_000, 0.077)]
    [InlineData("b", "a", 1_000, 0.946)]
    [InlineData("ef", "d", 1_000, 0.652)]
    [InlineData("asdf", "8952klfjas09ujk", 1_000, 0.549)]
    [InlineData("", "123", 1_000, 0.011)]
    [InlineData("seed", "a", 10_000, 0.0505)]
    [InlineData("seed", "b", 10_000, 0.2696)]
    [InlineData("foo", "ab", 10_000, 0.2575)]
    [InlineData("foo", "def", 10_000, 0.2019)]
    public void GrowthBook_PublishedCase_Agrees(string seed, string id, int resolution, double expected) =>
        new GrowthBookFormula(new FlagBucketing { Algorithm = "growthbook", Seed = seed, Resolution = resolution }, "key").Place(id).ShouldBe(expected, 1e-12);

    /// <summary>Computed from the formula by another program.</summary>
    [Theory]
    [InlineData("user-1", 10)]
    [InlineData("user-2", 20)]
    [InlineData("ユーザー1", 62)]
    public void ConfigCat_ComputedCase_Agrees(string id, double expected) =>
        new ConfigCatFormula(new FlagBucketing { Algorithm = "configcat" }, "flag").Place(id).ShouldBe(expected);

    /// <summary>Computed from the formula by another program.</summary>
    [Theory]
    [InlineData("user-1", null, 70)]
    [InlineData("user-2", null, 8)]
    [InlineData("ユーザー1", null, 44)]
    [InlineData("user-1", 1_000, 706)]
    [InlineData("user-2", 1_000, 89)]
    public void Flagd_ComputedCase_Agrees(string id, int? resolution, double expected) =>
        new FlagdFormula(new FlagBucketing { Algorithm = "flagd", Resolution = resolution }, "flag").Place(id).ShouldBe(expected);

    [Theory]
    [InlineData("microsoft")]
    [InlineData("unleash")]
    [InlineData("flagd")]
    [InlineData("launchdarkly")]
    [InlineData("growthbook")]
    [InlineData("configcat")]
    public void Rollout_ByAnyFormula_LetsAboutItsShareInAndNobodyOutAgain(string algorithm)
    {
        HashSet<string> before = [];
        foreach (int percentage in new[] { 10, 30, 60, 90 })
        {
            FlagEngine engine = Given.Flags($"'f':{{'status':'enabled','bucketing':{{'algorithm':'{algorithm}'}},'rules':[{{'name':'r','rollout_percentage':{percentage}}}]}}");
            HashSet<string> now = [.. Enumerable.Range(0, 4_000).Select(static i => $"user-{i}").Where(id => engine.IsEnabled("f", Given.User(id)))];

            engine.Faults.ShouldBeEmpty();
            now.IsSupersetOf(before).ShouldBeTrue();
            (now.Count / 40.0).ShouldBe(percentage, 3);
            before = now;
        }
    }

    [Theory]
    [InlineData("microsoft")]
    [InlineData("unleash")]
    [InlineData("flagd")]
    [InlineData("launchdarkly")]
    [InlineData("growthbook")]
    [InlineData("configcat")]
    public void Split_ByAnyFormula_DividesByWeight(string algorithm)
    {
        FlagEngine engine = Given.Flags($"'f':{{'type':'variant','status':'enabled','default_value':'a','bucketing':{{'algorithm':'{algorithm}'}},'ab_test':{{'variants':{{'a':50,'b':0,'c':30,'d':20}},'control_variant':'a'}}}}");

        Dictionary<string, int> counts = Enumerable.Range(0, 4_000).GroupBy(i => engine.GetVariant("f", Given.User($"user-{i}"))!).ToDictionary(static group => group.Key, static group => group.Count());

        counts.Keys.ShouldBe(["a", "c", "d"], ignoreOrder: true);
        (counts["a"] / 40.0).ShouldBe(50, 3);
        (counts["c"] / 40.0).ShouldBe(30, 3);
    }

    [Fact]
    public void Id_LongerThanTheStacksBuffer_HashesAsAWhole()
    {
        MicrosoftFormula formula = new(new FlagBucketing { Algorithm = "microsoft" }, "flag");
        string id = new('x', 10_000);

        formula.Place(id + "a").ShouldNotBe(formula.Place(id + "b"));
    }

    [Fact]
    public void Bucketing_OfARule_ReplacesTheFlags()
    {
        // By LaunchDarkly's formula userKeyC stands at 10.343 %, by ours at another place.
        FlagEngine engine = Given.Flags("""
            'hashKey':{'status':'enabled','salt':'saltyA','bucketing':{'algorithm':'configcat'},
              'rules':[{'name':'r','rollout_percentage':10.344,'bucketing':{'algorithm':'launchdarkly'} }]}
            """);

        engine.IsEnabled("hashKey", Given.User("userKeyC")).ShouldBeTrue();
        engine.Explain("hashKey", Given.User("userKeyC")).Rules[0].Rollout!.Bucket!.Value.ShouldBe(10.343106, 1e-5);
    }

    [Theory]
    [InlineData("astrology", null)]
    [InlineData("growthbook", 500)]
    [InlineData("unleash", 0)]
    public void Bucketing_ThatIsNone_IsAFault(string algorithm, int? resolution)
    {
        FlagEngine engine = Given.Engine();
        FeatureFlag flag = new()
        {
            Key = "f",
            Status = FeatureFlagStatus.Enabled,
            Bucketing = new FlagBucketing { Algorithm = algorithm, Resolution = resolution },
            Rules = [new FeatureFlagRule { Name = "r", RolloutPercentage = 50 }],
        };

        engine.Publish(new FlagSet { Version = "1", Flags = [flag] });

        engine.Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
        engine.IsEnabled("f", Given.User("u")).ShouldBeFalse();
    }
}
