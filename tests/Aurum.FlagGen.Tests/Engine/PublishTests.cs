using System.Text;
using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Tests.Evaluation;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Engine;

public class PublishTests
{
    private const string On = "{'flags':{'f':{'status':'enabled','default_value':true}}}";
    private const string Off = "{'flags':{'f':{'status':'disabled'}}}";

    [Fact]
    public void Publish_AnotherSet_ReplacesAllOfTheFormer()
    {
        FlagEngine engine = new();
        engine.Publish(Given.Set(On, "1"));
        engine.Publish(Given.Set("{'flags':{'g':{'status':'enabled','default_value':true}}}", "2"));

        engine.Version.ShouldBe("2");
        engine.IsEnabled("g").ShouldBeTrue();
        engine.Evaluate("f").ErrorCode.ShouldBe(EvaluationErrorCode.FlagNotFound);
        engine.TryGetDefinition("f", out _).ShouldBeFalse();
    }

    [Fact]
    public void Capture_LaterPublications_AreNotSeen()
    {
        FlagEngine engine = new();
        engine.Publish(Given.Set(On, "1"));
        FlagEngine captured = engine.Capture();
        engine.Publish(Given.Set(Off, "2"));

        captured.Version.ShouldBe("1");
        captured.IsEnabled("f").ShouldBeTrue();
        captured.Capture().Version.ShouldBe("1");
        engine.IsEnabled("f").ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => captured.Publish(Given.Set(On)));
    }

    [Fact]
    public async Task Publish_WhileOthersEvaluate_ShowsEachOfThemOneVersion()
    {
        // Both flags are on in one version and off in the other: a mixture would show.
        FlagSet on = Given.Set("{'flags':{'a':{'status':'enabled','default_value':true},'b':{'status':'enabled','rules':[{'name':'r','required_flags':['a']}]}}}", "on");
        FlagSet off = Given.Set("{'flags':{'a':{'status':'disabled'},'b':{'status':'enabled','default_value':true,'rules':[{'name':'r','value':false,'excluded_flags':['a']}]}}}", "off");
        FlagEngine engine = new();
        engine.Publish(on);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> reader = Task.Run(
            () =>
            {
                int mixtures = 0;
                while (!stop.IsCancellationRequested)
                {
                    FlagEngine captured = engine.Capture();
                    mixtures += captured.IsEnabled("a") != captured.IsEnabled("b") ? 1 : 0;
                    FlagExplanation explanation = engine.Explain("b");
                    mixtures += (explanation.SetVersion == "on") != explanation.IsOn ? 1 : 0;
                }

                return mixtures;
            },
            TestContext.Current.CancellationToken);
        for (int i = 0; i < 500; i++)
        {
            engine.Publish(i % 2 == 0 ? off : on);
        }

        await stop.CancelAsync();
        (await reader).ShouldBe(0);
    }

    [Fact]
    public void Publish_OneDefinitionChanged_KeepsTheOthersCompiled()
    {
        FlagSet set = Given.Set("{'flags':{'a':{'status':'enabled','rules':[{'name':'r','rollout_percentage':50}]},'b':{'status':'enabled'}}}");
        FlagEngine engine = new();
        engine.Publish(set);
        object? before = engine.FindCompiled("a");

        engine.Publish(set with { Version = "2", Flags = [set.Flags[0], set.Flags[1] with { DefaultValue = true }] });

        engine.IsEnabled("b").ShouldBeTrue();
        engine.FindCompiled("a").ShouldNotBeNull().ShouldBeSameAs(before);
    }

    [Fact]
    public void Publish_ASegmentChanged_CompilesAgain()
    {
        FlagSet set = Given.Set("{'segments':{'s':{'include':['u']}},'flags':{'f':{'status':'enabled','rules':[{'name':'r','user_segments':['s']}]}}}");
        FlagEngine engine = new();
        engine.Publish(set);
        engine.IsEnabled("f", Given.User("v")).ShouldBeFalse();

        engine.Publish(set with { Segments = [set.Segments[0] with { Include = ["v"] }] });

        engine.IsEnabled("f", Given.User("v")).ShouldBeTrue();
    }

    [Fact]
    public void Unreadable_Flag_AnswersWithTheCallersDefaultAndHarmsNoOther()
    {
        FlagEngine engine = new();
        engine.Publish(Given.Set(On) with { Unreadable = new Dictionary<string, string> { ["broken"] = "It is no object." } });

        FlagEvaluation<int> result = engine.GetIntegerDetails("broken", 42);
        result.Value.ShouldBe(42);
        result.Reason.ShouldBe(EvaluationReason.Error);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.ParseError);
        engine.Faults.ShouldHaveSingleItem().FlagKey.ShouldBe("broken");
        engine.IsEnabled("f").ShouldBeTrue();
        engine.TryGetDefinition("broken", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("'type':'string'")]
    [InlineData("'type':'string','default_value':1")]
    [InlineData("'type':'integer','default_value':1,'off_value':'x'")]
    [InlineData("'type':'variant','default_value':'b','variants':['a']")]
    [InlineData("'type':'variant','default_value':'a','variants':['a'],'lifecycle':'retired','keep':'ghost'")]
    public void Definition_ThatMakesNoSense_IsAnError(string members)
    {
        FlagEvaluation<FlagValue> result = Given.Flags($"'f':{{'status':'enabled',{members}}}").GetDetails("f", "fallback");

        result.Reason.ShouldBe(EvaluationReason.Error);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.ParseError);
        result.Value.ShouldBe("fallback");
    }

    [Fact]
    public void Stale_PastTheLastDay_IsMarked()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 6, 15, 23, 59, 59, TimeSpan.Zero));
        FlagEngine engine = Given.Flags("'f':{'status':'enabled','expires':'2026-06-15'},'p':{'status':'enabled','permanent':true},'n':{'status':'enabled'}", clock);
        engine.Evaluate("f").IsStale.ShouldBeFalse();
        StaleOnes(engine).ShouldBeEmpty();

        clock.Advance(TimeSpan.FromSeconds(1));

        engine.Evaluate("f").IsStale.ShouldBeTrue();
        engine.GetBooleanDetails("f", true).IsStale.ShouldBeTrue();
        engine.Explain("f").IsStale.ShouldBeTrue();
        StaleOnes(engine).ShouldBe(["f"]);
        engine.Evaluate("p").IsStale.ShouldBeFalse();
        engine.Evaluate("n").IsStale.ShouldBeFalse();

        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromSeconds(1));

        StaleOnes(engine).ShouldBeEmpty();
    }

    [Fact]
    public void Stale_StoreAway_IsMarkedOnEveryEvaluationUntilItIsBack()
    {
        FlagEngine engine = Given.Flags("'f':{'status':'enabled'}");
        engine.StoreFault = "The store is away.";
        engine.Evaluate("f").IsStale.ShouldBeTrue();
        engine.Capture().Evaluate("f").IsStale.ShouldBeTrue();
        StaleOnes(engine).ShouldContain("f");

        engine.StoreFault = null;

        engine.Evaluate("f").IsStale.ShouldBeFalse();
        StaleOnes(engine).ShouldBeEmpty();
    }

    [Fact]
    public void Silence_ReportedAfterTheStoreHasAnswered_IsNoFault()
    {
        FlagEngine engine = new(Given.Clock());
        engine.ReportSilence("The store did not answer.");
        engine.StoreFault.ShouldBe("The store did not answer.");
        engine.StoreFault = null;

        engine.Publish(Given.Set("{'flags':{'silent.f':{'status':'enabled'}}}"));
        engine.ReportSilence("The store did not answer.");

        engine.StoreFault.ShouldBeNull();
    }

    [Fact]
    public void Catalog_RegisteredAfterThePublication_IsFoundBySlotAndByKey()
    {
        FlagEngine engine = new(Given.Clock());
        engine.Publish(Given.Set("{'flags':{'late.a':{'status':'disabled'}}}"));
        FlagCatalog catalog = FlagCatalog.Register(
            typeof(PublishTests),
            Encoding.UTF8.GetBytes("""{"flags":{"late.a":{"status":"enabled","default_value":true},"late.b":{"status":"enabled","default_value":true}}}"""));

        engine.IsEnabled(catalog.Slots[1], null).ShouldBeTrue();
        engine.IsEnabled(catalog.Slots[0], null).ShouldBeFalse();
        engine.Explain("late.b").Source.ShouldBe(FlagSource.Manifest);
        engine.Explain(catalog.Slots[0], null).Source.ShouldBe(FlagSource.Store);
        engine.Explain("late.b").ToString().ShouldContain("manifest");
    }

    [Fact]
    public void StoreFlag_OfAnotherTypeThanTheManifests_IsNotServed()
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(EvaluationReason), Encoding.UTF8.GetBytes("""{"flags":{"clash.type":{"type":"integer","status":"enabled","default_value":7}}}"""));
        FlagEngine engine = Given.Flags("'clash.type':{'type':'string','status':'enabled','default_value':'x'}");

        FlagOutcome outcome = engine.Evaluate(catalog.Slots[0], null);
        outcome.Value.ShouldBe(7);
        outcome.ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
        engine.Faults.ShouldHaveSingleItem().FlagKey.ShouldBe("clash.type");
    }

    [Theory]
    [InlineData("'default_value':'z'", 1, EvaluationErrorCode.TypeMismatch)]
    [InlineData("'default_value':'x','rules':[{'name':'r','variant':'z'}]", 0, EvaluationErrorCode.None)]
    [InlineData("'default_value':'x','rules':[{'name':'r','variant':'y'}]", 1, EvaluationErrorCode.None)]
    public void StoreFlag_WithAVariantThatTheCodeDoesNotKnow_NeverServesIt(string members, int ordinal, EvaluationErrorCode code)
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(FlagEvaluationTime), Encoding.UTF8.GetBytes("""{"flags":{"clash.variant":{"type":"variant","variants":["x","y"],"status":"enabled","default_value":"y"}}}"""));
        FlagEngine engine = Given.Flags($"'clash.variant':{{'type':'variant','variants':['z','y','x'],'status':'enabled',{members}}}");

        FlagOutcome outcome = engine.Evaluate(catalog.Slots[0], null);
        outcome.VariantOrdinal.ShouldBe(ordinal);
        outcome.ErrorCode.ShouldBe(code);
    }

    /// <summary>Which flags of one letter all at once are marked; those of other letters are other tests', because manifests are the whole process's.</summary>
    private static string[] StaleOnes(FlagEngine engine) =>
        [.. engine.EvaluateAll().Where(static evaluation => evaluation.IsStale && evaluation.Key.Length == 1).Select(static evaluation => evaluation.Key)];
}
