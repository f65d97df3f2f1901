using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Benchmarks.Peer;
using BenchmarkDotNet.Attributes;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S1: a boolean flag without rules that is on.</summary>
/// <remarks>It costs less than the call by which BenchmarkDotNet reaches it, and would vanish when that is subtracted: so one call asks many times.</remarks>
public class S1Switch
{
    private const int Times = 100;

    private readonly FeatureContext _user = Users.Typed(Users.Timed());
    private PeerFlags _peer = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _peer = new PeerFlags(FlagPlan.ForScenarios());
        ResultCheck.Equal("The floor", Times, Floor());
        ResultCheck.Equal("Ours", Times, Ours());
        ResultCheck.Equal("Microsoft.FeatureManagement", true, await Microsoft());
    }

    [GlobalCleanup]
    public void CleanUp() => _peer.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Times)]
    public int Floor()
    {
        int on = 0;
        for (int i = 0; i < Times; i++)
        {
            if (FloorFlags.Current.Switches[0])
            {
                on++;
            }
        }

        return on;
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public int Ours()
    {
        int on = 0;
        for (int i = 0; i < Times; i++)
        {
            if (Features.Scenario.Switch.IsEnabled(_user))
            {
                on++;
            }
        }

        return on;
    }

    [Benchmark]
    public async Task<bool> Microsoft() => await _peer.Manager.IsEnabledAsync(FlagPlan.SwitchKey);
}
