using System.Globalization;
using System.Runtime.CompilerServices;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

/// <summary>However often the flags change, the heap stays as large as the flags in force need it.</summary>
/// <remarks>Each test has a process of its own: the heap is that of the whole process, with what other tests leave there and give back meanwhile.</remarks>
public sealed class HeapTests
{
    private const int Changes = 10_000;

    /// <summary>Twenty bytes for each change, where the least object takes 24. The table of the snapshots that somebody holds is longer or shorter by some ten thousands of bytes, as the collections come.</summary>
    private const long Tolerance = 20 * Changes;

    private static readonly FlagContext Somebody = FlagContext.From(new Dictionary<string, object?> { ["user_id"] = "u", ["user.role"] = "premium" });

    private static readonly FlagSet Stable = ComingAndGoing(version: 0, shared: 0);

    [Fact]
    public Task Publish_ValuesThatChange_LeaveNothingBehind() => ChangeAsync(static version => ChangingFlags.Of(version));

    [SlowFact]
    public Task Publish_FlagsSegmentsAndLayersThatComeAndGo_LeaveNothingBehind() => ChangeAsync(static version => ComingAndGoing(version, shared: version));

    /// <summary>What flags share is taken over from one snapshot to the next as long as the segments stay.</summary>
    [SlowFact]
    public Task Publish_FlagsThatComeAndGoWhileSegmentsStay_LeaveNothingBehind() => ChangeAsync(static version => ComingAndGoing(version, shared: 0) with { Segments = Stable.Segments, Layers = Stable.Layers });

    private static Task ChangeAsync(Func<int, FlagSet> create) => OwnProcess.RunAsync(() => Growth(create).ShouldBeLessThan(Tolerance));

    /// <summary>How much larger the heap is after ten thousand changes, each with all uses of the set that leave traces: evaluations by every path, captured engines and readings of the usage.</summary>
    private static long Growth(Func<int, FlagSet> create)
    {
        FlagEngine engine = new();
        Change(engine, create, 0, Changes / 5);
        long before = Heap();
        Change(engine, create, Changes / 5, Changes);
        long growth = Heap() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"After {Changes:N0} changes the heap is larger by {growth:N0} bytes.");
        engine.Faults.ShouldBeEmpty();
        engine.GetUsage().Count.ShouldBeGreaterThan(3);
        return growth;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Change(FlagEngine engine, Func<int, FlagSet> create, int first, int count)
    {
        for (int version = first; version < first + count; version++)
        {
            engine.Publish(create(version));
            engine.EvaluateAll(Somebody);
            engine.Capture().EvaluateAll(Somebody);
            if (version % 500 == 0)
            {
                engine.GetUsage();
                engine.Explain(engine.Definitions[0].Key, Somebody);

                // What is gone is found to be gone by a collection; a process that lives as long has had many.
                GC.Collect();
            }
        }
    }

    private static long Heap()
    {
        GC.GetTotalMemory(forceFullCollection: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Everything that has a name gets another one in each version.</summary>
    /// <param name="version">Names the version, its flags and the attributes of their conditions.</param>
    /// <param name="shared">Names its segments and layers.</param>
    private static FlagSet ComingAndGoing(int version, int shared)
    {
        string n = version.ToString(CultureInfo.InvariantCulture);
        string s = shared.ToString(CultureInfo.InvariantCulture);
        return Given.Set(
            $$$"""
            {'flags':{
              'heap.stays':{'status':'enabled','default_value':true},
              'heap.switch{{{n}}}':{'status':'enabled','default_value':true},
              'heap.rule{{{n}}}':{'status':'enabled','rules':[{'name':'r','conditions':{'heap.attribute{{{n}}}':'x','user.role':{'op':'regex','value':'^p{{{n}}}'}},'rollout_percentage':50,'user_segments':['heap_segment{{{s}}}'],'required_flags':['heap.switch{{{n}}}']}]},
              'heap.test{{{n}}}':{'type':'variant','status':'enabled','default_value':'c{{{n}}}','ab_test':{'variants':{'c{{{n}}}':50,'t{{{n}}}':50},'control_variant':'c{{{n}}}','layer':{'name':'heap_layer{{{s}}}','from':10,'to':90} } } },
             'segments':{'heap_segment{{{s}}}':{'include':['u{{{s}}}'] }},
             'layers':{'heap_layer{{{s}}}':{'salt':'l{{{s}}}'} }}
            """,
            n);
    }
}
