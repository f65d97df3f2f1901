using System.Text.Json;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

public class ExplainTests
{
    private static readonly FlagEngine Engine = Given.Manifest("""
        {'layers':{'page':{}},'flags':{
          'base':{'status':'enabled','default_value':true},
          'dashboard_widget':{'status':'enabled','rules':[
            {'name':'time','active_from':'2027-01-01'},
            {'name':'everything','user_segments':['premium_users','power_users'],'required_flags':['base'],'conditions':{'user.role':{'op':'in','value':['admin','premium']},'user.age':{'op':'gte','value':40}}},
            {'name':'share','rollout_percentage':10.817},
            {'name':'more','rollout_percentage':10.818}]},
          'faulty':{'status':'enabled','rules':[{'name':'r','user_segments':['ghosts']}]},
          'test':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','end_date':'2026-06-15','layer':{'name':'page','from':0,'to':50}}}}}
        """);

    private static readonly FlagContext User = Given.Context("{'user_id':'user123','user':{'role':'premium','age':34},'user_segments':['power_users']}");

    [Fact]
    public void Text_OfADecision_TellsEveryStep() =>
        Engine.Explain("dashboard_widget", User).ToString().ShouldBe("""
            dashboard_widget is on: true, SPLIT
              from the store, version 0 in set 1; enabled
              rule 0 'time' does not match: it is not the time
                - time from 2027-01-01T00:00:00Z: it is 2026-06-15T12:00:00Z
              rule 1 'everything' does not match: the condition on user.age does not hold
                - segment premium_users: neither a member nor meeting the conditions
                + segment power_users: named by the context
                + flag base must be on
                  base is on: true, STATIC
                    from the store, version 0 in set 1; enabled
                + user.role in ["admin","premium"]: it is "premium"
                - user.age gte 40: it is 34
              rule 2 'share' does not match: the unit is outside the rollout
                - 10.817 %: user_id user123 has bucket 10.817 %
              rule 3 'more' matches
                + 10.818 %: user_id user123 has bucket 10.817 %
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Text_OfATestThatHasEnded_SaysWhyTheControlIsGiven() =>
        Engine.Explain("test", User).ToString().ShouldBe("""
            test is off: "c", variant c, DEFAULT
              from the store, version 0 in set 1; enabled
              test gives the control: it has ended
                - time until 2026-06-15T00:00:00Z: it is 2026-06-15T12:00:00Z
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Text_OfAFaultyRule_NamesTheFault() =>
        Engine.Explain("faulty", User).ToString().ShouldContain("rule 0 'r' never matches: It names the segment 'ghosts', which does not exist.");

    /// <summary>Each flag in a chain of needs is five levels of JSON.</summary>
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Layers of flags of which each needs all of the next layer: millions of facts.</summary>
    [Fact]
    public void Explanation_OfAGraphOfThousandsOfFlags_IsCutAndSaysSo()
    {
        const int Layers = 31;
        const int Width = 300;
        FlagEngine engine = Given.Engine();
        engine.Publish(new FlagSet
        {
            Version = "1",
            Flags = [.. from layer in Enumerable.Range(0, Layers) from position in Enumerable.Range(0, Width) select Flag(layer, position)],
        });

        FlagExplanation explanation = engine.Explain("f0-0", User);

        engine.Faults.ShouldBeEmpty();
        explanation.ErrorMessage.ShouldBeNull();
        explanation.IsOn.ShouldBeTrue();
        explanation.Rules[0].Flags.Count.ShouldBe(Width);
        explanation.Omitted.ShouldBeGreaterThan(1_000_000);
        string text = explanation.ToString();
        text.Length.ShouldBeLessThan(1_000_000);
        text.ShouldContain("cut here: ");
        JsonSerializer.Serialize(explanation, Deep).Length.ShouldBeLessThan(5_000_000);

        static FeatureFlag Flag(int layer, int position) => new()
        {
            Key = $"f{layer}-{position}",
            Status = FeatureFlagStatus.Enabled,
            Rules = [new FeatureFlagRule { Name = "r", RequiredFlags = layer == Layers - 1 ? [] : [.. Enumerable.Range(0, Width).Select(next => $"f{layer + 1}-{next}")] }],
        };
    }

    [Fact]
    public void Explanation_OfALongList_ShowsItsBeginning() =>
        Given.Rule($"'conditions':{{'a':{{'op':'in','value':[{string.Join(',', Enumerable.Range(0, 10_000))}]}}}}").Explain("f", User).ToString().Length.ShouldBeLessThan(2_000);

    [Fact]
    public void Explanation_AsJson_HasTheSameFacts()
    {
        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(Engine.Explain("dashboard_widget", User)));

        json.RootElement.GetProperty("value").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("rules")[1].GetProperty("conditions")[0].GetProperty("expected")[1].GetString().ShouldBe("premium");
        json.RootElement.GetProperty("rules")[1].GetProperty("conditions")[1].GetProperty("actual").GetString().ShouldBe("34");
        json.RootElement.GetProperty("rules")[3].GetProperty("rollout").GetProperty("bucket").GetDouble().ShouldBe(10.817);
    }

    [Fact]
    public void Test_ThatRuns_TellsItsLayerAndItsArm()
    {
        TestExplanation test = ExplainTest("'layer':{'name':'page','from':0,'to':100}", User);

        test.IsRunning.ShouldBeTrue();
        test.Because.ShouldBeNull();
        test.Layer.ShouldBeNull();
        test.Window.ShouldBeNull();
        test.Split.ShouldNotBeNull().Variant.ShouldBe("c");
        test.Split.Bucket.ShouldNotBeNull().ShouldBeInRange(0.001, 50);
        test.Split.TargetingKey.ShouldBe("user123");
    }

    [Fact]
    public void Test_InItsPartOfALayer_TellsWhereTheUnitLies()
    {
        TestExplanation test = ExplainTest("'start_date':'2026-06-15T12:00:00Z','layer':{'name':'page','from':0,'to':60}", User);

        test.IsRunning.ShouldBeTrue();
        test.Because.ShouldBeNull();
        test.Layer.ShouldBe("page");
        test.LayerFrom.ShouldBe(0);
        test.LayerTo.ShouldBe(60);
        test.LayerBucket.ShouldNotBeNull().ShouldBeInRange(0, 60);
        test.Window.ShouldNotBeNull().IsOpen.ShouldBeTrue();
        test.Split.ShouldNotBeNull().Variant.ShouldBe("c");
    }

    [Fact]
    public void Test_OutsideItsPartOfALayer_SaysSo()
    {
        TestExplanation test = ExplainTest("'layer':{'name':'page','from':60,'to':100}", User);

        test.IsRunning.ShouldBeFalse();
        test.Because.ShouldBe("the unit is outside the test's part of the layer");
        test.LayerBucket.ShouldNotBeNull().ShouldBeInRange(0, 60);
        test.Split.ShouldBeNull();
    }

    [Theory]
    [InlineData("'layer':{'name':'page','from':0,'to':50}")]
    [InlineData("'end_date':'2030-01-01'")]
    public void Test_OfAUnitWithoutAKey_SaysSo(string members)
    {
        TestExplanation test = ExplainTest(members, FlagContext.Empty);

        test.IsRunning.ShouldBeFalse();
        test.Because.ShouldBe("the context has no targeting key");
        test.LayerBucket.ShouldBeNull();
    }

    [Theory]
    [InlineData("'start_date':'2026-06-15T12:00:01Z'", "it has not started")]
    [InlineData("'end_date':'2026-06-15T12:00:00Z'", "it has ended")]
    [InlineData("'start_date':'2026-06-15T11:59:59Z','end_date':'2026-06-15T12:00:00Z'", "it has ended")]
    public void Test_OutsideItsTime_SaysOnWhichSide(string members, string because)
    {
        TestExplanation test = ExplainTest(members, User);

        test.IsRunning.ShouldBeFalse();
        test.Because.ShouldBe(because);
        test.Window.ShouldNotBeNull().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Rollout_OfAFinishedPlan_IsToldAsPlanned()
    {
        RolloutExplanation? rollout = Given.Rule("'rollout_plan':{'strategy':'gradual','start_percentage':10,'end_percentage':100,'step_percentage':90,'step_interval_hours':1,'start_time':'2026-01-01'}")
            .Explain("f", User).Rules.ShouldHaveSingleItem().Rollout;

        rollout.ShouldNotBeNull().Percentage.ShouldBe(100);
        rollout.IsPlanned.ShouldBeTrue();
        rollout.IsIn.ShouldBeTrue();
        rollout.BucketBy.ShouldBeNull();
    }

    [Fact]
    public void Rollout_OfARuleForEverybody_IsNotTold() => Given.Rule("'conditions':{'user_id':'user123'}").Explain("f", User).Rules.ShouldHaveSingleItem().Rollout.ShouldBeNull();

    [Fact]
    public void Rollout_OfAUnitWithoutAKey_IsNamedAsTheReason()
    {
        RuleExplanation rule = Given.Rule("'rollout_percentage':50").Explain("f", FlagContext.Empty).Rules.ShouldHaveSingleItem();

        rule.Matched.ShouldBeFalse();
        rule.Rollout.ShouldNotBeNull().TargetingKey.ShouldBeNull();
        rule.Rollout.IsIn.ShouldBeFalse();
    }

    [Fact]
    public void Rule_OutOfItsTime_TellsItsSegmentsAndFlagsAllTheSame()
    {
        RuleExplanation rule = Given.Flags("""
            'base':{'status':'enabled','default_value':true},
            'f':{'status':'enabled','rules':[{'name':'r','active_from':'2027-01-01','user_segments':['premium_users'],'required_flags':['base'],'conditions':{'a':1}}]}
            """).Explain("f", User).Rules.ShouldHaveSingleItem();

        rule.Window.ShouldNotBeNull().IsOpen.ShouldBeFalse();
        rule.Segments.ShouldHaveSingleItem().IsIn.ShouldBeFalse();
        rule.Flags.ShouldHaveSingleItem().IsMet.ShouldBeTrue();
        rule.Conditions.ShouldHaveSingleItem().Holds.ShouldBeFalse();
    }

    [Fact]
    public void Split_OfARule_TellsKeyAndArm()
    {
        RuleExplanation rule = Given.Flags("'f':{'type':'variant','status':'enabled','default_value':'c','variants':['c','t'],'rules':[{'name':'r','split':{'c':0,'t':100}},{'name':'s'}]}")
            .Explain("f", User).Rules.ShouldHaveSingleItem();

        rule.Index.ShouldBe(0);
        rule.Split.ShouldNotBeNull().Variant.ShouldBe("t");
        rule.Split.TargetingKey.ShouldBeNull();
    }

    [Fact]
    public void Rules_Explained_AreNumberedAlsoWhereTheyAreFaulty() =>
        Given.Flags("'f':{'status':'enabled','rules':[{'name':'a','conditions':{'x':1}},{'name':'b','user_segments':['ghosts']},{'name':'c','conditions':{'x':1}}]}")
            .Explain("f", User).Rules.Select(static rule => rule.Index).ShouldBe([0, 1, 2]);

    private static TestExplanation ExplainTest(string members, FlagContext context) =>
        Given.Manifest($"{{'layers':{{'page':{{}}}},'flags':{{'f':{{'type':'variant','status':'enabled','default_value':'c','ab_test':{{'variants':{{'c':50,'t':50}},'control_variant':'c',{members}}}}}}}}}")
            .Explain("f", context).Test.ShouldNotBeNull();

    [Fact]
    public void Rules_AfterTheOneThatDecided_AreNotTold() =>
        Given.Flags("'f':{'status':'enabled','rules':[{'name':'first'},{'name':'second'}]}").Explain("f").Rules.ShouldHaveSingleItem().Name.ShouldBe("first");
}
