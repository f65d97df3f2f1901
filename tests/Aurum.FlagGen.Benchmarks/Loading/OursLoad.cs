using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Loading;

/// <summary>Our flags: a file is read through its store, published to an engine, and each flag asked once by its key.</summary>
internal sealed class OursLoad : IProbe
{
    public string Name => "Load.Ours";

    public IReadOnlyList<int> Sizes(bool full) => [2_000, 10_000];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        IReadOnlyList<PlannedFlag> plan = FlagPlan.Others(flags);
        bool[] results = new bool[flags];
        ProbeMeasurement measurement = ColdClock.Measure(() =>
        {
            using FileFeatureFlagStore store = new(manifest);
            FlagEngine engine = new();
            engine.Publish(store.LoadAsync().AsTask().GetAwaiter().GetResult());
            FlagContext user = FlagContext.From(Users.Dictionary(Users.Timed()));
            for (int i = 0; i < results.Length; i++)
            {
                results[i] = engine.IsEnabled(plan[i].Key, user);
            }

            return engine;
        });

        // An experiment is on when its arm is not the first, which is the control.
        int[] expected = new int[flags];
        new FloorSnapshot(plan).EvaluateAll(Users.Timed(), expected);
        for (int i = 0; i < expected.Length; i++)
        {
            ResultCheck.Equal($"Our {plan[i].Key}", expected[i] > 0, results[i]);
        }

        return measurement;
    }
}
