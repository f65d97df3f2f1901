using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Benchmarks.Peer;
using BenchmarkDotNet.Attributes;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S4: an A/B test of three variants.</summary>
public class S4Experiment
{
    private readonly FloorContext _user = Users.Timed();
    private readonly FeatureContext _typedUser = Users.Typed(Users.Timed());
    private readonly TargetingContext _peerUser = PeerFlags.CreateContext();
    private PeerFlags _peer = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _peer = new PeerFlags(FlagPlan.ForScenarios());
        ResultCheck.Equal("The floor", FlagFacts.UserArm, FlagFacts.Arms[Floor()].Name);
        ResultCheck.Equal("Ours", ScenarioExperimentVariant.Compact, Ours());
        foreach (FloorContext user in Users.Many())
        {
            ResultCheck.Equal(
                $"For {user.UserId}, ours", FloorFlags.Current.Experiments[0].Arm(user), (int)Features.Scenario.Experiment.GetVariant(Users.Typed(user)));
        }

        ResultCheck.Equal("Microsoft.FeatureManagement", FlagFacts.UserArm, (await Microsoft()).Name);
    }

    [GlobalCleanup]
    public void CleanUp() => _peer.Dispose();

    [Benchmark(Baseline = true)]
    public int Floor() => FloorFlags.Current.Experiments[0].Arm(_user);

    [Benchmark]
    public ScenarioExperimentVariant Ours() => Features.Scenario.Experiment.GetVariant(_typedUser);

    [Benchmark]
    public async Task<Variant> Microsoft() => await _peer.Manager.GetVariantAsync(FlagPlan.ExperimentKey, _peerUser, CancellationToken.None);
}
