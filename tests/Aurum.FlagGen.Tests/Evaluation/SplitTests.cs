namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>With the salt "checkout" and the split's seed the bucket of user-1 is 52075 of 100000.</summary>
public class SplitTests
{
    [Theory]
    [InlineData("'a':52.075,'b':47.925", "b")]
    [InlineData("'a':52.076,'b':47.924", "a")]
    [InlineData("'b':47.925,'a':52.075", "a")]
    [InlineData("'a':20,'b':32.076,'c':47.924", "b")]
    [InlineData("'a':20,'b':0,'c':80", "c")]
    [InlineData("'a':0,'b':100", "b")]
    public void Split_ArmsInTheOrderWritten_DivideTheBuckets(string arms, string expected) =>
        Split(arms).GetVariant("f", Given.User("user-1")).ShouldBe(expected);

    [Fact]
    public void Split_WeightsSumToLittleLessThan100_LeaveTheRestToTheLastArm()
    {
        // Three thirds: 33.333 three times are 99.999.
        FlagEngine engine = Split("'a':33.333,'b':33.333,'c':33.333");

        engine.Faults.ShouldBeEmpty();
        HashSet<string?> served = [.. Enumerable.Range(0, 3_000).Select(i => engine.GetVariant("f", Given.User($"u{i}")))];
        served.ShouldBe(["a", "b", "c"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("'a':50,'b':49.9")]
    [InlineData("'a':50,'b':50.1")]
    [InlineData("'a':-10,'b':110")]
    [InlineData("'a':50,'ghost':50")]
    public void Split_ThatIsNone_IsAFaultOfItsRule(string arms)
    {
        FlagEngine engine = Split(arms);

        engine.Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
        engine.GetStringDetails("f", "", Given.User("user-1")).Value.ShouldBe("a");
    }

    [Theory]
    [InlineData("'split':{'a':50,'ghost':50}", "'ghost'")]
    [InlineData("'split':{'a':50,'b':50},'bucketing':{'algorithm':'dice'}", "'dice'")]
    [InlineData("'split':{'a':50,'b':50},'bucketing':{'algorithm':'flagd','resolution':0}", "resolution 0")]
    [InlineData("'split':{'a':50,'b':50},'bucketing':{'algorithm':'growthbook','resolution':7}", "10000 and 1000")]
    [InlineData("'value':'b','rollout_percentage':50,'bucketing':{'algorithm':'dice'}", "'dice'")]
    public void Rule_DividesByWhatDoesNotExist_NeverMatchesAndSaysWhy(string members, string named)
    {
        FlagEngine engine = Given.Flags($"'f':{{'type':'variant','status':'enabled','default_value':'c','variants':['a','b','c'],'rules':[{{'name':'r',{members}}}]}}");

        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain(named);
        engine.GetStringDetails("f", "", Given.User("user-1")).Value.ShouldBe("c");
    }

    [Fact]
    public void Test_DividesByWhatDoesNotExist_GivesTheControlAndSaysWhy()
    {
        FlagEngine engine = Given.Flags("'f':{'status':'enabled','bucketing':{'algorithm':'dice'},'ab_test':{'variants':{'a':0,'b':50,'c':50},'control_variant':'a'}}");

        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("'dice'");
        engine.GetVariant("f", Given.User("user-1")).ShouldBe("a");
    }

    [Fact]
    public void Split_WithoutKey_FailsItsRule()
    {
        FlagEvaluation<string> result = Split("'a':50,'b':50").GetStringDetails("f", "");

        result.Reason.ShouldBe(EvaluationReason.Default);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);
    }

    [Fact]
    public void Split_OfABooleanFlag_NeedsVariants()
    {
        Given.Flags("'f':{'status':'enabled','rules':[{'name':'r','split':{'a':50,'b':50}}]}").Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
        Given.Flags("'f':{'status':'enabled','variants':{'a':true,'b':false},'rules':[{'name':'r','split':{'a':100,'b':0}}]}").IsEnabled("f").ShouldBeTrue();
    }

    [Theory]
    [InlineData("'value':true,'variant':'a'")]
    [InlineData("'value':true,'split':{'a':100}")]
    [InlineData("'variant':'a','split':{'a':100}")]
    [InlineData("'variant':'ghost'")]
    public void Rule_ThatServesTwoThingsOrAGhost_IsFaulty(string members)
    {
        FlagEngine engine = Given.Engine();
        engine.Publish(new FlagSet { Version = "1", Flags = [Parse(members)] });

        engine.Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
        engine.Evaluate("f").Reason.ShouldBe(EvaluationReason.Default);
    }

    [Theory]
    [InlineData("'type':'string','default_value':'x'", "")]
    [InlineData("'type':'string','default_value':'x'", "'value':1")]
    [InlineData("'type':'integer','default_value':1", "'value':1.5")]
    [InlineData("'type':'integer','default_value':1", "'value':3000000000")]
    [InlineData("'type':'variant','variants':['a'],'default_value':'a'", "'value':'b'")]
    [InlineData("'type':'boolean'", "'value':'true'")]
    public void Rule_ThatServesNothingOrAnotherType_IsFaulty(string flag, string rule)
    {
        FlagEngine engine = Given.Flags($"'f':{{'status':'enabled',{flag},'rules':[{{'name':'r'{(rule.Length > 0 ? "," : "")}{rule}}}]}}");

        engine.Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
        engine.Evaluate("f").Reason.ShouldBe(EvaluationReason.Default);
    }

    private static FeatureFlag Parse(string members) =>
        Given.Set($"{{'flags':{{'f':{{'status':'enabled','variants':{{'a':true}},'rules':[{{'name':'r',{members}}}]}}}}}}").Flags[0];

    private static FlagEngine Split(string arms) =>
        Given.Flags($"'f':{{'type':'variant','status':'enabled','salt':'checkout','default_value':'a','variants':['a','b','c'],'rules':[{{'name':'r','split':{{{arms}}}}}]}}");
}
