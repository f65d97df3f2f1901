using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Loading;

/// <summary>The hand-written flags, made and evaluated once each. They come from no JSON: what reading costs is the loader's own.</summary>
internal sealed class FloorLoad : IProbe
{
    public string Name => "Load.Floor";

    public IReadOnlyList<int> Sizes(bool full) => [2_000, 10_000];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        IReadOnlyList<PlannedFlag> plan = FlagPlan.Others(flags);
        int[] results = new int[flags];
        ProbeMeasurement measurement = ColdClock.Measure(() =>
        {
            FloorSnapshot snapshot = new(plan);
            snapshot.EvaluateAll(Users.Timed(), results);
            return snapshot;
        });
        ResultCheck.Equal("The floor's first switch", 1, results[0]);
        return measurement;
    }
}
