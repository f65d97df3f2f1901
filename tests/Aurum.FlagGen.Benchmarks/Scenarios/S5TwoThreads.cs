using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using BenchmarkDotNet.Attributes;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S5: S2 on two threads, which ask the same flag for a user of their own, as two requests do.</summary>
public class S5TwoThreads
{
    /// <summary>Enough that the meeting of the threads does not show.</summary>
    private const int Times = 1_000_000;

    private readonly FloorContext _user = Users.Timed();
    private readonly FloorContext _otherUser = Users.Timed();
    private readonly FeatureContext _typedUser = Users.Typed(Users.Timed());
    private readonly FeatureContext _otherTypedUser = Users.Typed(Users.Timed());
    private readonly Crew _crew = new();

    [GlobalSetup]
    public void Prepare()
    {
        ResultCheck.Equal("The floor on one thread", Times, FloorOneThread());
        ResultCheck.Equal("The floor on two threads", 2 * Times, FloorTwoThreads());
        ResultCheck.Equal("Ours on one thread", Times, OursOneThread());
        ResultCheck.Equal("Ours on two threads", 2 * Times, OursTwoThreads());
    }

    [GlobalCleanup]
    public void CleanUp() => _crew.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Times)]
    public int FloorOneThread() => AskFloor(_user);

    [Benchmark(OperationsPerInvoke = 2 * Times)]
    public int FloorTwoThreads() => _crew.Run(() => AskFloor(_user), () => AskFloor(_otherUser));

    [Benchmark(OperationsPerInvoke = Times)]
    public int OursOneThread() => AskOurs(_typedUser);

    [Benchmark(OperationsPerInvoke = 2 * Times)]
    public int OursTwoThreads() => _crew.Run(() => AskOurs(_typedUser), () => AskOurs(_otherTypedUser));

    private static int AskFloor(FloorContext user)
    {
        int on = 0;
        for (int i = 0; i < Times; i++)
        {
            if (FloorFlags.Current.Rollouts[0].IsOn(user))
            {
                on++;
            }
        }

        return on;
    }

    private static int AskOurs(FeatureContext user)
    {
        int on = 0;
        for (int i = 0; i < Times; i++)
        {
            if (Features.Scenario.Rollout.IsEnabled(user))
            {
                on++;
            }
        }

        return on;
    }
}
