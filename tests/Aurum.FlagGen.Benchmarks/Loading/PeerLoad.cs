using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Benchmarks.Peer;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Aurum.FlagGen.Benchmarks.Loading;

/// <summary>Microsoft.FeatureManagement, from pairs that are in memory already, and each flag asked once.</summary>
internal sealed class PeerLoad : IProbe
{
    public string Name => "Load.Microsoft";

    /// <summary>Its first look at each flag walks all of them, so that ten times the flags take a hundred times as long.</summary>
    public IReadOnlyList<int> Sizes(bool full) => full ? [2_000, 10_000] : [2_000];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        IReadOnlyList<PlannedFlag> plan = FlagPlan.Others(flags);
        int on = 0;
        ProbeMeasurement measurement = ColdClock.Measure(() =>
        {
            PeerFlags peer = new(plan);
            TargetingContext user = PeerFlags.CreateContext();
            foreach (PlannedFlag flag in plan)
            {
                on += peer.Manager.IsEnabledAsync(flag.Key, user).AsTask().GetAwaiter().GetResult() ? 1 : 0;
            }

            return peer;
        });
        int switches = plan.Count(static flag => flag.Kind == FlagKind.Switch);
        if (on < switches)
        {
            throw new InvalidOperationException($"Microsoft.FeatureManagement has {on} of {flags} flags on, but the {switches} switches alone are on for everybody.");
        }

        return measurement;
    }
}
