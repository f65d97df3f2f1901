using System.Runtime.CompilerServices;
using Aurum.FlagGen.TestKit;
using Aurum.FlagGen.Tests.Evaluation;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Engine;

public sealed class UsageTests
{
    private const string Set = """
        {'flags':{
          'on':{'status':'enabled','default_value':true},
          'share':{'status':'enabled','rules':[{'name':'r','conditions':{'user.role':'premium'}}]},
          'needs':{'status':'enabled','rules':[{'name':'r','required_flags':['share']}]},
          'size':{'type':'integer','status':'enabled','default_value':7},
          'arm':{'type':'variant','status':'enabled','default_value':'a','variants':['a','b'],'rules':[{'name':'r','variant':'b','conditions':{'user.role':'premium'}}]},
          'secret':{'sensitive':true,'status':'enabled','default_value':true}}}
        """;

    private static readonly FlagContext Premium = FlagContext.From(new Dictionary<string, object?> { ["user.role"] = "premium" });

    [Fact]
    public void GetUsage_OfAnEngineThatWasNeverAsked_IsEmpty() => Engine().GetUsage().ShouldBeEmpty();

    [Fact]
    public void GetUsage_EveryWayToAsk_CountsEach()
    {
        FlagEngine engine = new(Given.Clock());
        int slot = TypedFlags.Slot("typed.on");
        BooleanFlag flag = new(engine, slot);

        flag.IsEnabled();
        flag.Evaluate();
        engine.IsEnabled("typed.on");
        engine.GetVariant("typed.on");
        engine.Evaluate("typed.on");
        engine.GetBooleanDetails("typed.on", false);
        engine.GetIntegerDetails("typed.on", 1);
        engine.EvaluateAll();
        engine.Capture().IsEnabled("typed.on");

        Of(engine, "typed.on").Evaluations.ShouldBe(9);
    }

    [Fact]
    public void GetUsage_WhatWasNotAskedFor_IsNotCounted()
    {
        FlagEngine engine = Engine();

        engine.IsEnabled("needs", Premium).ShouldBeTrue();
        engine.Explain("share", Premium);
        engine.Track("share", Premium, "click");
        engine.IsEnabled("no such flag");

        engine.GetUsage().Select(static usage => usage.Key).ShouldBe(["needs"]);
    }

    [Fact]
    public void GetUsage_Results_AreCountedByName()
    {
        FlagEngine engine = Engine();
        foreach (string key in new[] { "share", "arm", "size", "secret" })
        {
            engine.IsEnabled(key, Premium);
            engine.IsEnabled(key, FlagContext.Empty);
            engine.IsEnabled(key, Premium);
        }

        Of(engine, "share").ByVariant.ShouldBe(new Dictionary<string, long> { ["true"] = 2, ["false"] = 1 }, ignoreOrder: true);
        Of(engine, "arm").ByVariant.ShouldBe(new Dictionary<string, long> { ["b"] = 2, ["a"] = 1 }, ignoreOrder: true);
        Of(engine, "size").ByVariant.ShouldBeEmpty();
        Of(engine, "size").Evaluations.ShouldBe(3);
        Of(engine, "secret").ByVariant.ShouldBeEmpty();
        Of(engine, "secret").Evaluations.ShouldBe(3);
    }

    [Theory]
    [InlineData("'status':'enabled','default_value':true", "true")]
    [InlineData("'status':'enabled','default_value':false", "false")]
    [InlineData("'status':'enabled','default_value':true,'sensitive':true", null)]
    [InlineData("'status':'enabled','default_value':true,'variants':{'on':true,'off':false}", "on")]
    [InlineData("'type':'variant','status':'enabled','default_value':'a','variants':['a','b']", "a")]
    [InlineData("'type':'integer','status':'enabled','default_value':1", null)]
    [InlineData("'type':'integer','status':'enabled','default_value':1,'variants':{'one':1}", "one")]
    public void GetUsage_OfAResult_NamesItsVariantOrItsTruth(string members, string? expected)
    {
        FlagEngine engine = Given.Flags($"'f':{{{members}}}");

        engine.IsEnabled("f");

        Of(engine, "f").ByVariant.Keys.ShouldBe(expected is null ? [] : [expected]);
    }

    [Fact]
    public void GetUsage_EightThreadsThatEnd_LosesNothing()
    {
        const int Times = 1_000_000;
        FlagEngine engine = Engine();
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < Times; i++)
            {
                engine.IsEnabled("share", (i & 1) == 0 ? Premium : FlagContext.Empty);
            }
        }))];

        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        FlagUsage usage = Of(engine, "share");
        usage.Evaluations.ShouldBe(8 * Times);
        usage.ByVariant["true"].ShouldBe(4 * Times);
        usage.ByVariant["false"].ShouldBe(4 * Times);
        Of(engine, "share").Evaluations.ShouldBe(8 * Times);
    }

    [Fact]
    public void GetUsage_WhileOthersCount_NeverFalls()
    {
        FlagEngine engine = Engine();
        Thread[] threads = [.. Enumerable.Range(0, 200).Select(i => new Thread(() => engine.EvaluateAll(i % 2 == 0 ? Premium : FlagContext.Empty)))];
        long before = 0;

        foreach (Thread thread in threads)
        {
            thread.Start();
            long now = engine.GetUsage().Sum(static usage => usage.Evaluations);
            now.ShouldBeGreaterThanOrEqualTo(before);
            before = now;
        }

        Array.ForEach(threads, static thread => thread.Join());
        Of(engine, "share").Evaluations.ShouldBe(threads.Length);
    }

    [Fact]
    public void GetUsage_AcrossPublications_GoesOn()
    {
        FlagEngine engine = Engine();
        FlagEngine captured = engine.Capture();
        engine.IsEnabled("share", Premium);
        engine.Publish(Given.Set("{'flags':{'share':{'status':'enabled','default_value':true},'other':{'status':'enabled'}}}", "2"));
        engine.IsEnabled("share", Premium);
        captured.IsEnabled("share", FlagContext.Empty);
        captured.IsEnabled("arm", Premium);
        engine.Publish(Given.Set(Set, "3"));
        engine.IsEnabled("share", Premium);

        Of(engine, "share").ByVariant.ShouldBe(new Dictionary<string, long> { ["true"] = 3, ["false"] = 1 }, ignoreOrder: true);
        Of(engine, "arm").Evaluations.ShouldBe(1);
    }

    [Fact]
    public void GetUsage_ManyEnginesOnOneThread_KeepsThemApart()
    {
        FlagEngine[] engines = [.. Enumerable.Range(0, 20).Select(static _ => Engine())];
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < engines.Length; i++)
            {
                for (int times = 0; times <= i; times++)
                {
                    engines[i].IsEnabled("share", Premium);
                }
            }
        }

        engines.Select(static engine => Of(engine, "share").Evaluations).ShouldBe(Enumerable.Range(1, engines.Length).Select(static i => 3L * i));
    }

    [Fact]
    public void GetUsage_ManyFlags_EachHasItsOwnCount()
    {
        string[] keys = [.. Enumerable.Range(0, 500).Select(static i => $"f{i}")];
        FlagEngine engine = new();
        engine.Publish(new FlagSet { Version = "1", Flags = [.. keys.Select(static key => new FeatureFlag { Key = key })] });
        for (int i = 0; i < keys.Length; i++)
        {
            for (int times = 0; times <= i % 3; times++)
            {
                engine.IsEnabled(keys[i]);
            }
        }

        keys.Select(key => Of(engine, key).Evaluations).ShouldBe(Enumerable.Range(0, 500).Select(static i => (i % 3) + 1L));
    }

    [Fact]
    public Task GetUsage_ThousandsOfFlagsThatComeAndGo_CountsEachFromZeroAndLosesNothingOfWhatStays() => OwnProcess.RunAsync(ComeAndGo);

    /// <summary>A counter is forgotten when the collector has freed its flag, which other tests of the process may put off.</summary>
    private static void ComeAndGo()
    {
        const int Versions = 20_000;
        FlagEngine engine = new();
        FeatureFlag stays = new() { Key = "stays" };
        engine.Publish(new FlagSet { Version = "0", Flags = [stays] });
        FlagEngine captured = engine.Capture();
        for (int version = 1; version <= Versions; version++)
        {
            string key = $"comes{version % (Versions / 2)}";
            engine.Publish(new FlagSet { Version = $"{version}", Flags = [stays, new FeatureFlag { Key = key }] });
            engine.EvaluateAll();
            captured.IsEnabled("stays");
            if (version % 1_000 == 0)
            {
                GC.Collect();
                Of(engine, key).Evaluations.ShouldBe(1);
                Of(engine, "stays").Evaluations.ShouldBe(2L * version);
            }
        }

        // It remembers what it was asked last, and neither all that ever was nor, in anything that is gone, more than was asked.
        engine.GetUsage().Count.ShouldBeInRange(100, Versions / 2);
        engine.GetUsage().Where(static usage => usage.Key.StartsWith("comes", StringComparison.Ordinal)).ShouldAllBe(static usage => usage.Evaluations == 1);
    }

    [Fact]
    public void LastEvaluated_IsWhenTheGrowthWasFirstSeen()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        FlagEngine engine = new(clock);
        engine.Publish(Given.Set(Set, "1"));

        engine.IsEnabled("on");
        Of(engine, "on").LastEvaluated.ShouldBe(clock.GetUtcNow());
        DateTimeOffset first = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromHours(1));
        Of(engine, "on").LastEvaluated.ShouldBe(first);
        engine.IsEnabled("on");
        Of(engine, "on").LastEvaluated.ShouldBe(first.AddHours(1));
    }

    [Fact]
    public void Count_ThreadsAndPublicationsThatComeAndGo_LeaveNothingBehind()
    {
        FlagEngine engine = new();
        WeakReference[] gone = ComeAndGo(engine, 100);
        Of(engine, "on").Evaluations.ShouldBe(100);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // The last publication is in force.
        gone.Count(static reference => reference.IsAlive).ShouldBeLessThanOrEqualTo(1);
    }

    /// <summary>Threads and compiled flags, in a frame of its own, so that no variable of the test holds them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] ComeAndGo(FlagEngine engine, int times)
    {
        List<WeakReference> gone = [];
        for (int i = 0; i < times; i++)
        {
            engine.Publish(Given.Set(Set, "1"));
            Thread thread = new(() => engine.EvaluateAll(Premium));
            thread.Start();
            thread.Join();
            gone.Add(new WeakReference(thread));
            gone.Add(new WeakReference(engine.FindCompiled("on")));
        }

        return [.. gone];
    }

    private static FlagEngine Engine()
    {
        FlagEngine engine = new();
        engine.Publish(Given.Set(Set, "1"));
        return engine;
    }

    private static FlagUsage Of(FlagEngine engine, string key) => engine.GetUsage().Single(usage => usage.Key == key);
}
