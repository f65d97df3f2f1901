using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Benchmarks.Peer;
using BenchmarkDotNet.Attributes;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S3: five rules (a list of twenty, a number, a version, a prefix, and two conditions together), of which the last matches.</summary>
public class S3Rules
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
            ResultCheck.Equal($"For {user.UserId}, ours", FloorFlags.Current.Rules[0].IsOn(user), Features.Scenario.Rules.IsEnabled(Users.Typed(user)));
        }

        ResultCheck.Equal("Microsoft.FeatureManagement", true, await Microsoft());
    }

    [GlobalCleanup]
    public void CleanUp() => _peer.Dispose();

    [Benchmark(Baseline = true)]
    public bool Floor() => FloorFlags.Current.Rules[0].IsOn(_user);

    [Benchmark]
    public bool Ours() => Features.Scenario.Rules.IsEnabled(_typedUser);

    [Benchmark]
    public async Task<bool> Microsoft() => await _peer.Manager.IsEnabledAsync(FlagPlan.RulesKey, _peerUser);
}
