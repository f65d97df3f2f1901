using Aurum.FlagGen.Tests.Evaluation;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Engine;

public sealed class ScenarioTests
{
    private static readonly FlagContext InS = FlagContext.From(
        new Dictionary<string, object?> { ["user_id"] = "user-1" }, new Dictionary<string, object?> { ["scenario_id"] = "s" });

    private static readonly FlagContext Elsewhere = FlagContext.From(
        new Dictionary<string, object?> { ["user_id"] = "user-1" }, new Dictionary<string, object?> { ["scenario_id"] = "t" });

    [Fact]
    public async Task IsEnabled_InTheScenario_TheScenariosFlagWins()
    {
        FlagEngine engine = await EngineAsync("'f':{'status':'disabled'}", "'scenario:s:f':{'status':'enabled','default_value':true}");

        engine.IsEnabled("f", InS).ShouldBeTrue();
        engine.IsEnabled("f", Elsewhere).ShouldBeFalse();
        engine.IsEnabled("f", FlagContext.Empty).ShouldBeFalse();
        engine.IsEnabled("scenario:s:f", FlagContext.Empty).ShouldBeTrue();
    }

    [Fact]
    public async Task IsEnabled_ScenarioByNumber_IsFound()
    {
        FlagEngine engine = await EngineAsync("'f':{'status':'disabled'}", "'scenario:42:f':{'status':'enabled','default_value':true}");

        engine.IsEnabled("f", Given.Context("{'scenario_id':42}")).ShouldBeTrue();
        engine.IsEnabled("f", Given.Context("{'scenario_id':true}")).ShouldBeFalse();
    }

    [Fact]
    public void IsEnabled_PlainStoreWithSuchKeys_KnowsNoScenarios()
    {
        FlagEngine engine = Given.Flags("'f':{'status':'disabled'},'scenario:s:f':{'status':'enabled','default_value':true}");

        engine.IsEnabled("f", InS).ShouldBeFalse();
    }

    [Fact]
    public async Task Evaluate_InTheScenario_TellsTheFlagThatWasAskedForAndTheVersionThatAnswered()
    {
        FlagEngine engine = await EngineAsync(
            "'f':{'type':'string','default_value':'generic','status':'enabled'}",
            "'scenario:s:f':{'type':'string','default_value':'special','status':'enabled','version':7}");

        FlagEvaluation<string> evaluation = engine.GetStringDetails("f", "none", InS);

        (evaluation.Key, evaluation.Value, evaluation.Version).ShouldBe(("f", "special", 7));
    }

    [Fact]
    public async Task EvaluateAll_InTheScenario_GivesEachKeyOnce()
    {
        FlagEngine engine = await EngineAsync("'f':{'status':'disabled'},'g':{'status':'disabled'}", "'scenario:s:f':{'status':'enabled','default_value':true}");

        engine.EvaluateAll(InS).Where(static flag => flag.Key is "f" or "g" or "scenario:s:f").ToDictionary(static flag => flag.Key, static flag => flag.Value.AsBoolean)
            .ShouldBe(new Dictionary<string, bool> { ["f"] = true, ["g"] = false, ["scenario:s:f"] = true }, ignoreOrder: true);
    }

    [Fact]
    public async Task IsEnabled_FlagThatNeedsAnother_SeesTheScenariosOne()
    {
        FlagEngine engine = await EngineAsync(
            "'base':{'status':'enabled','default_value':true},'top':{'status':'enabled','rules':[{'name':'r','required_flags':['base']}]}",
            "'scenario:s:base':{'status':'disabled'}");

        engine.IsEnabled("top", FlagContext.Empty).ShouldBeTrue();
        engine.IsEnabled("top", InS).ShouldBeFalse();
    }

    [Fact]
    public async Task IsEnabled_ManyFlagsThatShareNeeds_AreDecidedWithinTheScenario()
    {
        FlagEngine engine = await EngineAsync(
            """
            'base':{'status':'enabled','rules':[{'name':'r','conditions':{'user_id':'nobody'}}]},
            'one':{'status':'enabled','rules':[{'name':'r','required_flags':['base']}]},
            'two':{'status':'enabled','rules':[{'name':'r','required_flags':['base','one']}]}
            """,
            """
            'scenario:s:base':{'status':'enabled','rules':[{'name':'r','conditions':{'user_id':'user-1'}}]},
            'scenario:s:two':{'status':'enabled','rules':[{'name':'r','required_flags':['one','base'],'conditions':{'user_id':'user-1'}}]}
            """);

        engine.IsEnabled("two", InS).ShouldBeTrue();
        engine.IsEnabled("two", Elsewhere).ShouldBeFalse();
        engine.EvaluateAll(InS).Single(static flag => flag.Key == "two").Value.AsBoolean.ShouldBeTrue();
    }

    [Fact]
    public async Task IsEnabled_ScenariosFlagThatNeedsTheOneWhosePlaceItTakes_NeverMatches()
    {
        FlagEngine engine = await EngineAsync(
            "'f':{'status':'enabled','default_value':true}",
            "'scenario:s:f':{'status':'enabled','rules':[{'name':'r','required_flags':['f']}]}");

        engine.IsEnabled("f", InS).ShouldBeFalse();
        engine.IsEnabled("f", Elsewhere).ShouldBeTrue();
        engine.Faults.ShouldContain(static fault => fault.FlagKey == "scenario:s:f" && fault.Message.Contains("leads back to 'f'"));
    }

    [Fact]
    public async Task IsEnabled_ScenariosFlagThatNeedsOneFurtherDown_SeesIt()
    {
        FlagEngine engine = await EngineAsync(
            "'a':{'status':'disabled'},'z':{'status':'enabled','rules':[{'name':'r','conditions':{'user_id':'user-1'}}]}",
            "'scenario:s:a':{'status':'enabled','rules':[{'name':'r','required_flags':['z']}]}");

        engine.IsEnabled("a", InS).ShouldBeTrue();
        engine.IsEnabled("a", Given.Context("{'user_id':'user-2','scenario_id':'s'}")).ShouldBeFalse();
    }

    [Fact]
    public async Task IsEnabled_CircleThroughAScenariosFlag_IsAFaultOfThoseInIt()
    {
        FlagEngine engine = await EngineAsync(
            "'a':{'status':'enabled','default_value':true},'z':{'status':'enabled','rules':[{'name':'r','required_flags':['a']}]}",
            "'scenario:s:a':{'status':'enabled','rules':[{'name':'r','required_flags':['z']}]}");

        engine.IsEnabled("a", InS).ShouldBeFalse();
        engine.IsEnabled("a", Elsewhere).ShouldBeTrue();
        engine.Faults.Select(static fault => fault.FlagKey).Distinct().ShouldBe(["z", "scenario:s:a"], ignoreOrder: true);
    }

    [Fact]
    public async Task IsEnabled_ScenariosFlagOnTopOfManyDiamonds_AsksEachFlagOnce()
    {
        // Without memory the 30 diamonds would ask the last flag 2^30 times.
        static string Needs(int next) => $"{{'status':'enabled','rules':[{{'name':'no','required_flags':['d{next}'],'conditions':{{'user_id':'nobody'}}}},{{'name':'yes','required_flags':['d{next}']}}]}}";
        FlagEngine engine = await EngineAsync(
            string.Join(',', Enumerable.Range(1, 29).Select(static i => $"'d{i}':{Needs(i + 1)}").Prepend("'d0':{'status':'disabled'}").Append("'d30':{'status':'enabled','rules':[{'name':'r','conditions':{'user_id':'user-1'}}]}")),
            $"'scenario:s:d0':{Needs(1)},'scenario:t:d0':{Needs(1)}");

        engine.IsEnabled("d0", InS).ShouldBeTrue();
        engine.IsEnabled("d0", Elsewhere).ShouldBeTrue();
        engine.IsEnabled("d0", FlagContext.Empty).ShouldBeFalse();
    }

    [Fact]
    public async Task IsEnabled_ScenariosFlag_BucketsAsUnderItsOwnKey()
    {
        const string Rule = "{'status':'enabled','rules':[{'name':'r','rollout_percentage':50}]}";
        FlagEngine engine = await EngineAsync($"'f':{Rule}", $"'scenario:s:f':{Rule}");
        bool[] AsF(string? scenario) => [.. Enumerable.Range(0, 200).Select(i => engine.IsEnabled("f", Given.Context($"{{'user_id':'user-{i}','scenario_id':'{scenario}'}}")))];
        bool[] own = [.. Enumerable.Range(0, 200).Select(i => engine.IsEnabled("scenario:s:f", Given.User($"user-{i}")))];

        AsF("s").ShouldBe(own);
        AsF("t").ShouldNotBe(own);
    }

    [Fact]
    public async Task IsEnabled_ScenariosFlagWithASalt_BucketsByIt()
    {
        const string Rules = "'status':'enabled','salt':'pepper','rules':[{'name':'r','rollout_percentage':50}]";
        FlagEngine engine = await EngineAsync($"'f':{{'status':'disabled'}},'g':{{{Rules}}}", $"'scenario:s:f':{{{Rules}}}");
        bool[] Of(string key) => [.. Enumerable.Range(0, 200).Select(i => engine.IsEnabled(key, Given.Context($"{{'user_id':'user-{i}','scenario_id':'s'}}")))];

        Of("f").ShouldBe(Of("g"));
    }

    [Fact]
    public async Task IsEnabled_KeysAndScenariosThatDifferByCase_AreOthers()
    {
        FlagEngine engine = await EngineAsync(
            "'f':{'status':'disabled'},'F':{'status':'disabled'}",
            "'scenario:s:f':{'status':'enabled','default_value':true},'scenario:S:F':{'status':'enabled','default_value':true},'scenario:S:f':{'status':'disabled'}");
        FlagContext inUpper = Given.Context("{'scenario_id':'S'}");

        (engine.IsEnabled("f", InS), engine.IsEnabled("F", InS)).ShouldBe((true, false));
        (engine.IsEnabled("f", inUpper), engine.IsEnabled("F", inUpper)).ShouldBe((false, true));
    }

    [Fact]
    public async Task IsEnabled_FlagThatStandsInForOneThatStandsIn_IsNobodys()
    {
        FlagEngine engine = await EngineAsync(
            "'f':{'status':'disabled'}",
            "'scenario:s:f':{'status':'disabled'},'scenario:s:scenario:s:f':{'status':'enabled','default_value':true}");

        engine.IsEnabled("f", InS).ShouldBeFalse();
        engine.IsEnabled("scenario:s:f", InS).ShouldBeFalse();
    }

    [Theory]
    [InlineData("'status':'disabled'", "'status':'enabled','rules':[{'name':'r','active_until':'2026-06-15T13:00:00Z'}]")]
    [InlineData("'status':'disabled'", "'status':'enabled','rules':[{'name':'r','active_until':'2026-06-15T13:00:00Z'}]", "'scenario:t:f':{'status':'disabled'}")]
    public async Task IsEnabled_ScenariosFlagThatReadsTheClock_ChangesWithTheTime(string generic, string special, string other = "'scenario:u:f':{'status':'enabled'}")
    {
        FakeTimeProvider clock = Given.Clock();
        FlagEngine engine = await EngineAsync($"'f':{{{generic}}}", $"{other},'scenario:s:f':{{{special}}}", clock);
        engine.IsEnabled("f", InS).ShouldBeTrue();

        clock.Advance(TimeSpan.FromHours(1));

        engine.IsEnabled("f", InS).ShouldBeFalse();
    }

    [Fact]
    public async Task IsEnabled_GenericFlagThatReadsTheClock_ChangesWithTheTimeOutsideTheScenario()
    {
        FakeTimeProvider clock = Given.Clock();
        FlagEngine engine = await EngineAsync(
            "'f':{'status':'enabled','rules':[{'name':'r','active_until':'2026-06-15T13:00:00Z'}]}", "'scenario:s:f':{'status':'disabled'}", clock);
        engine.IsEnabled("f", Elsewhere).ShouldBeTrue();

        clock.Advance(TimeSpan.FromHours(1));

        engine.IsEnabled("f", Elsewhere).ShouldBeFalse();
    }

    [Fact]
    public async Task Faults_OfAScenariosFlag_AreToldUnderItsOwnKey()
    {
        FlagEngine engine = await EngineAsync(
            "'f':{'status':'enabled','rules':[{'name':'g','rollout_percentage':50,'bucketing':{'algorithm':'dice'}}]}",
            "'scenario:s:f':{'status':'enabled','rules':[{'name':'r','rollout_percentage':50,'bucketing':{'algorithm':'dice'}}]}");

        engine.Faults.Select(static fault => (fault.FlagKey, fault.RuleName)).Distinct().ShouldBe([("f", "g"), ("scenario:s:f", "r")], ignoreOrder: true);
    }

    [Fact]
    public async Task Evaluate_SensitiveScenariosFlag_KeepsItsAnswerSecret()
    {
        FlagEngine engine = await EngineAsync("'f':{'status':'disabled'}", "'scenario:s:f':{'sensitive':true,'status':'enabled','default_value':true}");

        engine.Explain("f", InS).IsSensitive.ShouldBeTrue();
        engine.Explain("f", Elsewhere).IsSensitive.ShouldBeFalse();
    }

    [Fact]
    public async Task Evaluate_DeclaredFlagAndScenarioOfAnotherType_GivesTheManifestsDefault()
    {
        int slot = TypedFlags.Slot("typed.integer");
        FlagEngine engine = await EngineAsync("", "'scenario:s:typed.integer':{'type':'string','status':'enabled','default_value':'text'}");

        FlagEvaluation<int> evaluation = new ValueFlag<int>(engine, slot).Evaluate(InS);

        evaluation.Value.ShouldBe(20);
        evaluation.ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
        new ValueFlag<int>(engine, slot).Evaluate(Elsewhere).ErrorCode.ShouldBe(EvaluationErrorCode.None);
    }

    [Fact]
    public async Task Evaluate_DeclaredFlagInTheScenario_GivesTheScenariosValue()
    {
        FlagEngine engine = await EngineAsync("", "'scenario:s:typed.integer':{'type':'integer','status':'enabled','default_value':7}");
        ValueFlag<int> flag = new(engine, TypedFlags.Slot("typed.integer"));

        flag.GetValue(InS).ShouldBe(7);
        flag.GetValue(Elsewhere).ShouldBe(20);
    }

    [Fact]
    public async Task Evaluate_SensitiveGenericFlag_KeepsTheScenariosAnswerSecretToo()
    {
        FlagEngine engine = await EngineAsync("'f':{'sensitive':true,'status':'disabled'}", "'scenario:s:f':{'status':'enabled','default_value':true}");

        engine.IsEnabled("f", InS).ShouldBeTrue();

        engine.GetUsage().ShouldHaveSingleItem().ByVariant.ShouldBeEmpty();
        engine.Explain("f", InS).IsSensitive.ShouldBeTrue();
    }

    [Fact]
    public async Task GetUsage_InTheScenario_CountsTheFlagThatWasAskedFor()
    {
        FlagEngine engine = await EngineAsync("'f':{'status':'disabled'}", "'scenario:s:f':{'status':'enabled','default_value':true}");

        engine.IsEnabled("f", InS);
        engine.IsEnabled("f", Elsewhere);

        FlagUsage usage = engine.GetUsage().ShouldHaveSingleItem();
        usage.Key.ShouldBe("f");
        usage.ByVariant.ShouldBe(new Dictionary<string, long> { ["true"] = 1, ["false"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Explain_InTheScenario_SaysSo()
    {
        FlagEngine engine = await EngineAsync(
            "'f':{'status':'disabled'}",
            "'scenario:s:f':{'status':'enabled','version':3,'rules':[{'name':'Known users','conditions':{'user_id':'user-1'}}]}");

        FlagExplanation explanation = engine.Explain("f", InS);

        explanation.Scenario.ShouldBe("s");
        explanation.ToString().ShouldBe("""
            f is on: true, TARGETING_MATCH
              scenario s stands in: from the store, version 3 in set 1|1; enabled
              rule 0 'Known users' matches
                + user_id eq "user-1": it is "user-1"
            """.ReplaceLineEndings("\n"));
        engine.Explain("f", Elsewhere).Scenario.ShouldBeNull();
    }

    [Fact]
    public async Task Publish_ScenarioThatIsGone_GivesTheGenericFlagAgain()
    {
        InMemoryFeatureFlagStore generic = InMemoryFeatureFlagStore.FromManifest("""{"flags":{"f":{"status":"disabled"}}}""");
        InMemoryFeatureFlagStore scenarios = InMemoryFeatureFlagStore.FromManifest("""{"flags":{"scenario:s:f":{"status":"enabled","default_value":true}}}""");
        ScenarioFeatureFlagAdapter store = new(generic, scenarios);
        FlagEngine engine = Given.Engine();
        engine.Publish(await store.LoadAsync(TestContext.Current.CancellationToken));
        engine.IsEnabled("f", InS).ShouldBeTrue();

        await store.DeleteAsync("scenario:s:f", 1, new FlagChange { Actor = "test", Action = FlagActions.Delete }, TestContext.Current.CancellationToken);
        engine.Publish(await store.LoadAsync(TestContext.Current.CancellationToken));

        engine.IsEnabled("f", InS).ShouldBeFalse();
    }

    private static async Task<FlagEngine> EngineAsync(string generic, string scenarios, TimeProvider? time = null)
    {
        ScenarioFeatureFlagAdapter store = new(new InMemoryFeatureFlagStore(Given.Set($"{{'flags':{{{generic}}}}}")), new InMemoryFeatureFlagStore(Given.Set($"{{'flags':{{{scenarios}}}}}")));
        FlagEngine engine = Given.Engine(time);
        engine.Publish((await store.LoadAsync(TestContext.Current.CancellationToken)) with { Version = "1|1" });
        return engine;
    }
}
