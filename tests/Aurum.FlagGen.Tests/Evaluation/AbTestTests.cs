using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>With the salt "checkout" and the split's seed the bucket of user-1 is 52075 of 100000.</summary>
public class AbTestTests
{
    [Theory]
    [InlineData("'start_date':'2026-06-15T12:00:00Z'", "treatment", EvaluationReason.Split)]
    [InlineData("'start_date':'2026-06-15T12:00:01Z'", "control", EvaluationReason.Default)]
    [InlineData("'end_date':'2026-06-15T12:00:00Z'", "control", EvaluationReason.Default)]
    [InlineData("'end_date':'2026-06-15T12:00:01Z'", "treatment", EvaluationReason.Split)]
    [InlineData("'end_date':'2020-01-01'", "control", EvaluationReason.Default)]
    public void Test_OverTime_RunsFromStartUntilEnd(string dates, string variant, EvaluationReason reason)
    {
        FlagEvaluation<string> result = Test(dates).GetStringDetails("f", "", Given.User("user-1"));

        result.Value.ShouldBe(variant);
        result.Variant.ShouldBe(variant);
        result.Reason.ShouldBe(reason);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.None);
    }

    [Fact]
    public void Test_WithoutKey_GivesTheControlAndSaysSo()
    {
        FlagEvaluation<string> result = Test("'bucket_by':'user_id'").GetStringDetails("f", "", FlagContext.Empty);

        result.Value.ShouldBe("control");
        result.Reason.ShouldBe(EvaluationReason.Default);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);
    }

    [Fact]
    public void Test_HasEndedAndARuleLackedItsKey_SaysSo()
    {
        FlagEvaluation<string> result = Test("'end_date':'2020-01-01'", "'rules':[{'name':'r','variant':'treatment','rollout_percentage':50}],").GetStringDetails("f", "", FlagContext.Empty);

        result.Value.ShouldBe("control");
        result.ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);
    }

    [Fact]
    public void Test_ItsOwnSaltAndKey_ReplaceTheFlags()
    {
        FlagContext context = Given.Context("{'user_id':'x','device':'user-1'}");

        Given.Flags("""
            'f':{'type':'variant','status':'enabled','salt':'other','bucket_by':'user_id','default_value':'control',
              'ab_test':{'variants':{'control':52.075,'treatment':47.925},'control_variant':'control','salt':'checkout','bucket_by':'device'}}
            """).GetVariant("f", context).ShouldBe("treatment");
        Given.Flags("""
            'f':{'type':'variant','status':'enabled','salt':'other','bucket_by':'user_id','default_value':'control',
              'ab_test':{'variants':{'control':52.076,'treatment':47.924},'control_variant':'control','salt':'checkout','bucket_by':'device'}}
            """).GetVariant("f", context).ShouldBe("control");
    }

    [Theory]
    [InlineData("'variants':{'control':50,'treatment':40},'control_variant':'control'")]
    [InlineData("'variants':{'control':50,'treatment':50},'control_variant':'control','layer':{'name':'ghost','from':0,'to':50}")]
    [InlineData("'variants':{'control':50,'treatment':50},'control_variant':'control','layer':{'name':'page','from':95,'to':99}")]
    public void Test_Faulty_GivesEverybodyTheControl(string test)
    {
        FlagEngine engine = Given.Manifest($"{{'layers':{{'page':{{'holdout':10}}}},'flags':{{'f':{{'type':'variant','status':'enabled','default_value':'treatment','ab_test':{{{test}}}}}}}}}");

        engine.Faults.ShouldHaveSingleItem().FlagKey.ShouldBe("f");
        engine.GetStringDetails("f", "", Given.User("user-1")).Value.ShouldBe("control");
        engine.Evaluate("f", Given.User("user-1")).Reason.ShouldBe(EvaluationReason.Default);
    }

    [Fact]
    public void Test_FaultyControl_LeavesTheDecisionToTheStatus()
    {
        FlagEngine engine = Given.Flags("'f':{'type':'variant','status':'enabled','default_value':'a','variants':['a','b'],'ab_test':{'variants':{'a':50,'b':50},'control_variant':'ghost'}}");

        engine.GetStringDetails("f", "", Given.User("u")).Value.ShouldBe("a");
        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("ghost");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void Layer_OutsideItsPart_GivesTheControl(int fromOffset, int toOffset)
    {
        // The bucket in the layer, from the published formula; its own expected value stands in LayerBucket_OfTheFormula_IsFixed.
        int bucket = LayerBucket("page", "user-1");
        double from = (bucket + fromOffset) / 1000.0;
        double to = (bucket + toOffset) / 1000.0;
        if (from >= to)
        {
            from -= 10;
        }

        bool isInside = bucket >= Math.Round(from * 1000) && bucket < Math.Round(to * 1000);
        FlagEvaluation<string> result = Layered(from, to, "'salt':'page'").GetStringDetails("f", "", Given.User("user-1"));

        result.Reason.ShouldBe(isInside ? EvaluationReason.Split : EvaluationReason.Default);
        result.Value.ShouldBe(isInside ? "treatment" : "control");
    }

    [Fact]
    public void Layer_WithoutSalt_TakesItsName()
    {
        int bucket = LayerBucket("page", "user-1");

        Layered(bucket / 1000.0, (bucket + 1) / 1000.0, "").Evaluate("f", Given.User("user-1")).Reason.ShouldBe(EvaluationReason.Split);
    }

    [Fact]
    public void Layer_TwoTestsWithPartsApart_NeverShareAUnit()
    {
        FlagEngine engine = Given.Manifest("""
            {'layers':{'page':{'salt':'p','holdout':20}},'flags':{
              'one':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','layer':{'name':'page','from':0,'to':40}}},
              'two':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','layer':{'name':'page','from':40,'to':80}}}}}
            """);

        int one = 0, two = 0;
        for (int i = 0; i < 5_000; i++)
        {
            FlagContext user = Given.User($"u{i}");
            bool isInOne = engine.Evaluate("one", user).Reason == EvaluationReason.Split;
            bool isInTwo = engine.Evaluate("two", user).Reason == EvaluationReason.Split;
            (isInOne && isInTwo).ShouldBeFalse();
            one += isInOne ? 1 : 0;
            two += isInTwo ? 1 : 0;
        }

        one.ShouldBeInRange(1_800, 2_200);
        two.ShouldBeInRange(1_800, 2_200);
    }

    [Fact]
    public void Layer_HoldoutAtItsEnd_BelongsToNobody()
    {
        FlagEngine engine = Given.Manifest("""
            {'layers':{'page':{'holdout':30}},'flags':{
              'f':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','layer':{'name':'page','from':0,'to':70}}}}}
            """);

        for (int i = 0; i < 2_000; i++)
        {
            bool isHeldOut = LayerBucket("page", $"u{i}") >= 70_000;
            engine.Evaluate("f", Given.User($"u{i}")).Reason.ShouldBe(isHeldOut ? EvaluationReason.Default : EvaluationReason.Split);
        }
    }

    [Fact]
    public void Layer_WithoutKey_GivesTheControlAndSaysSo() =>
        Layered(0, 50, "").Evaluate("f", FlagContext.Empty).ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);

    private static int LayerBucket(string salt, string id) => Buckets.FromHash(Buckets.Prepare(salt, 2_654_435_769).Finish(id));

    private static FlagEngine Layered(double from, double to, string layer) => Given.Manifest(FormattableString.Invariant(
        $"{{'layers':{{'page':{{{layer}}}}},'flags':{{'f':{{'type':'variant','status':'enabled','default_value':'control','ab_test':{{'variants':{{'control':0,'treatment':100}},'control_variant':'control','layer':{{'name':'page','from':{from},'to':{to}}}}}}}}}}}"));

    private static FlagEngine Test(string members, string flagMembers = "") => Given.Flags(
        $"'f':{{'type':'variant','status':'enabled','salt':'checkout','default_value':'control',{flagMembers}'ab_test':{{'variants':{{'control':52.075,'treatment':47.925}},'control_variant':'control',{members}}}}}");
}
