using Aurum.FlagGen.Tests.Management;

namespace Aurum.FlagGen.Tests.Specification;

/// <summary>"Monitoring and Analytics".</summary>
public sealed class MonitoringTests
{
    [Fact]
    public async Task GetFeatureStats_FlagsOfEveryKind_CountsThem()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using FeatureFlagManager manager = await Managers.StartAsync();
        AbTestConfiguration test = new() { Variants = [new VariantWeight("control", 50), new VariantWeight("other", 50)], ControlVariant = "control" };
        foreach (FeatureFlag flag in new FeatureFlag[]
        {
            new() { Key = "off", Tags = ["ui"] },
            new() { Key = "on", Status = FeatureFlagStatus.Enabled, DefaultValue = true, Tags = ["ui", "dashboard"], Owner = "team-ui" },
            new() { Key = "tested", Status = FeatureFlagStatus.Enabled, AbTest = test },
            new() { Key = "ruled", Status = FeatureFlagStatus.Conditional, Rules = [new FeatureFlagRule { Name = "r", RolloutPercentage = 5 }] },
        })
        {
            await manager.CreateFlagAsync(flag, "test", cancellationToken: token);
        }

        manager.Engine.IsEnabled("on");
        manager.Engine.IsEnabled("on");

        FeatureFlagStats stats = await manager.GetFeatureStatsAsync(token);

        stats.TotalFlags.ShouldBe(4);
        stats.StatusDistribution[FeatureFlagStatus.Enabled].ShouldBe(2);
        stats.StatusDistribution[FeatureFlagStatus.Conditional].ShouldBe(1);
        stats.StatusDistribution[FeatureFlagStatus.Disabled].ShouldBe(1);
        stats.AbTestFlags.ShouldBe(1);
        stats.RulesBasedFlags.ShouldBe(1);
        stats.ByTag["ui"].ShouldBe(2);
        stats.ByOwner["team-ui"].ShouldBe(1);
        stats.Evaluations.ShouldBe(new Dictionary<string, long> { ["off"] = 0, ["on"] = 2, ["tested"] = 0, ["ruled"] = 0 }, ignoreOrder: true);
        stats.LastEvaluated.Keys.ShouldBe(["on"]);
    }
}
