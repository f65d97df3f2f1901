using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Benchmarks.Peer;
using BenchmarkDotNet.Attributes;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S6: every flag for one user, into a buffer of the caller: 700 switches, 200 rollouts, 50 with rules, 50 experiments, and the four of the other scenarios.</summary>
public class S6AllFlags
{
    private readonly FloorContext _user = Users.Timed();
    private readonly FeatureContext _typedUser = Users.Typed(Users.Timed());
    private readonly TargetingContext _peerUser = PeerFlags.CreateContext();
    private readonly int[] _results = new int[FloorFlags.Current.Count];
    private FlagEvaluation<FlagValue>[] _evaluations = null!;
    private string[] _keys = null!;
    private PeerFlags _peer = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        IReadOnlyList<PlannedFlag> plan = FlagPlan.ForScenarios();
        _keys = [.. plan.Select(static flag => flag.Key)];
        _peer = new PeerFlags(plan);

        // The engine knows a manifest's flags from the first use of one on.
        ResultCheck.Equal("The manifest's first flag", true, Features.Scenario.Switch.IsEnabled(_typedUser));
        _evaluations = new FlagEvaluation<FlagValue>[plan.Count];
        CheckOurs(plan);
        ResultCheck.Equal("The floor's first flag", 1, Floor());
        await Microsoft();
        for (int i = 0; i < plan.Count; i++)
        {
            if (plan[i].Kind is FlagKind.Switch or FlagKind.Rules)
            {
                ResultCheck.Equal($"Microsoft.FeatureManagement's {plan[i].Key}", 1, _results[i]);
            }
        }
    }

    [GlobalCleanup]
    public void CleanUp() => _peer.Dispose();

    [Benchmark(Baseline = true)]
    public int Floor()
    {
        FloorFlags.Current.EvaluateAll(_user, _results);
        return _results[0];
    }

    [Benchmark]
    public int Ours() => FlagEngine.Default.EvaluateAll(_typedUser, _evaluations);

    /// <summary>It has no call for all flags: its users ask one after the other.</summary>
    [Benchmark]
    public async Task<int> Microsoft()
    {
        for (int i = 0; i < _keys.Length; i++)
        {
            _results[i] = await _peer.Manager.IsEnabledAsync(_keys[i], _peerUser) ? 1 : 0;
        }

        return _results[0];
    }

    private void CheckOurs(IReadOnlyList<PlannedFlag> plan)
    {
        foreach (FloorContext user in Users.Many().Take(100))
        {
            FloorFlags.Current.EvaluateAll(user, _results);
            ResultCheck.Equal("The number of our evaluations", plan.Count, FlagEngine.Default.EvaluateAll(Users.Typed(user), _evaluations));
            for (int i = 0; i < plan.Count; i++)
            {
                FlagEvaluation<FlagValue> ours = _evaluations[i];
                string floor = plan[i].Kind == FlagKind.Experiment ? FlagFacts.Arms[_results[i]].Name : _results[i] == 1 ? "on" : "off";
                ResultCheck.Equal($"Our key at {i}", plan[i].Key, ours.Key);
                ResultCheck.Equal($"For {user.UserId}, our {ours.Key}", floor, ours.Variant ?? (ours.Value.AsBoolean ? "on" : "off"));
            }
        }
    }
}
