using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Benchmarks.Peer;
using BenchmarkDotNet.Attributes;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S2: one rule, a role and then half of the users by their id.</summary>
public class S2Rollout
{
    private readonly FloorContext _user = Users.Timed();
    private readonly FeatureContext _typedUser = Users.Typed(Users.Timed());
    private readonly TargetingContext _peerUser = PeerFlags.CreateContext();
    private PeerFlags _peer = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _peer = new PeerFlags(FlagPlan.ForScenarios());
        ResultCheck.Equal("The floor", true, Floor());
        ResultCheck.Equal("Ours", true, Ours());
        foreach (FloorContext user in Users.Many())
        {
            ResultCheck.Equal($"For {user.UserId}, ours", FloorFlags.Current.Rollouts[0].IsOn(user), Features.Scenario.Rollout.IsEnabled(Users.Typed(user)));
        }

        ResultCheck.Equal("Microsoft.FeatureManagement", true, await Microsoft());
    }

    [GlobalCleanup]
    public void CleanUp() => _peer.Dispose();

    [Benchmark(Baseline = true)]
    public bool Floor() => FloorFlags.Current.Rollouts[0].IsOn(_user);

    [Benchmark]
    public bool Ours() => Features.Scenario.Rollout.IsEnabled(_typedUser);

    [Benchmark]
    public async Task<bool> Microsoft() => await _peer.Manager.IsEnabledAsync(FlagPlan.RolloutKey, _peerUser);
}
