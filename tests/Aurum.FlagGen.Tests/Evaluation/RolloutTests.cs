namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Published buckets with salt "checkout": user-1 is 81466 of 100000; with "dashboard_widget": user123 is 10817.</summary>
public class RolloutTests
{
    [Theory]
    [InlineData(81.466, false)]
    [InlineData(81.467, true)]
    [InlineData(100, true)]
    [InlineData(0, false)]
    public void Rollout_OfAPercentage_LetsBucketsBelowItIn(double percentage, bool expected) =>
        Flag("checkout", FormattableString.Invariant($"'rollout_percentage':{percentage}")).IsEnabled("checkout", Given.User("user-1")).ShouldBe(expected);

    [Theory]
    [InlineData(0, false)]
    [InlineData(100, true)]
    public void Rollout_OfNobodyOrEverybody_NeedsNoKey(int percentage, bool expected)
    {
        FlagEvaluation<bool> result = Flag("checkout", $"'rollout_percentage':{percentage}").GetBooleanDetails("checkout", !expected, FlagContext.Empty);

        result.Value.ShouldBe(expected);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.None);
    }

    [Fact]
    public void Salt_OfTheFlag_ReplacesItsKey() =>
        IsIn("'salt':'checkout'", "", "user-1", 81.467).ShouldBeTrue();

    [Fact]
    public void Salt_OfTheRule_ReplacesTheFlags()
    {
        IsIn("'salt':'other'", "'salt':'checkout',", "user-1", 81.467).ShouldBeTrue();
        IsIn("'salt':'other'", "'salt':'checkout',", "user-1", 81.466).ShouldBeFalse();
    }

    [Fact]
    public void Salt_Empty_IsKept()
    {
        // The bucket of ":user-1" with seed 0 stands apart from that of the key's own salt.
        int bucket = Aurum.FlagGen.Evaluation.Buckets.FromHash(Aurum.FlagGen.Evaluation.Buckets.Prepare("", 0).Finish("user-1"));
        bucket.ShouldNotBe(81466);

        IsIn("'salt':''", "", "user-1", (bucket + 1) / 1000.0).ShouldBeTrue();
        IsIn("'salt':''", "", "user-1", bucket / 1000.0).ShouldBeFalse();
        IsIn("'salt':'x'", "'salt':'',", "user-1", bucket / 1000.0).ShouldBeFalse();
        IsIn("'salt':'x'", "'salt':'',", "user-1", (bucket + 1) / 1000.0).ShouldBeTrue();
    }

    [Fact]
    public void BucketBy_OfFlagOrRule_NamesTheKeysAttribute()
    {
        FlagContext context = Given.Context("{'user_id':'nobody','tenant':{'id':'user-1'}}");

        Given.Flags("'checkout':{'status':'enabled','bucket_by':'tenant.id','rules':[{'name':'r','rollout_percentage':81.467}]}").IsEnabled("checkout", context).ShouldBeTrue();
        Given.Flags("'checkout':{'status':'enabled','bucket_by':'user_id','rules':[{'name':'r','bucket_by':'tenant.id','rollout_percentage':81.467}]}").IsEnabled("checkout", context).ShouldBeTrue();
        Given.Flags("'checkout':{'status':'enabled','bucket_by':'user_id','rules':[{'name':'r','bucket_by':'tenant.id','rollout_percentage':81.466}]}").IsEnabled("checkout", context).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{'user_id':42}", "42")]
    [InlineData("{'user_id':-9007199254740993}", "-9007199254740993")]
    public void TargetingKey_Integer_IsItsDecimalText(string context, string text)
    {
        for (int percentage = 5; percentage < 100; percentage += 5)
        {
            FlagEngine engine = Flag("f", $"'rollout_percentage':{percentage}");
            engine.IsEnabled("f", Given.Context(context)).ShouldBe(engine.IsEnabled("f", Given.User(text)));
        }
    }

    [Fact]
    public void TargetingKey_LoneSurrogate_HashesAsTheReplacementCharacter()
    {
        for (int percentage = 5; percentage < 100; percentage += 5)
        {
            FlagEngine engine = Flag("f", $"'rollout_percentage':{percentage}");
            engine.IsEnabled("f", Given.User("a\uD800b")).ShouldBe(engine.IsEnabled("f", Given.User("a\uFFFDb")));
            engine.IsEnabled("f", Given.User("abcdefgh\uDC00")).ShouldBe(engine.IsEnabled("f", Given.User("abcdefgh\uFFFD")));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{'user_id':''}")]
    [InlineData("{'user_id':null}")]
    [InlineData("{'user_id':true}")]
    [InlineData("{'user_id':1.5}")]
    [InlineData("{'user_id':['u']}")]
    [InlineData("{'user_id':{}}")]
    public void TargetingKey_Missing_IsReportedBesideTheDefault(string context)
    {
        FlagEvaluation<bool> result = Flag("f", "'rollout_percentage':99.999").GetBooleanDetails("f", true, Given.Context(context));

        result.Value.ShouldBeFalse();
        result.Reason.ShouldBe(EvaluationReason.Default);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);
        result.ErrorMessage.ShouldNotBeNull();
    }

    [Fact]
    public void TargetingKey_MissingButALaterRuleDecides_IsNotReported()
    {
        FlagEvaluation<bool> result = Given.Flags("'f':{'status':'enabled','rules':[{'name':'share','rollout_percentage':50},{'name':'all'}]}").GetBooleanDetails("f", false);

        result.RuleName.ShouldBe("all");
        result.ErrorCode.ShouldBe(EvaluationErrorCode.None);
    }

    [Fact]
    public void TargetingKey_MissingWhereConditionsFailFirst_IsNotReported() =>
        Flag("f", "'conditions':{'a':1},'rollout_percentage':50").Evaluate("f", FlagContext.Empty).ErrorCode.ShouldBe(EvaluationErrorCode.None);

    [Fact]
    public void Window_FromIsIncludedAndUntilIsNot()
    {
        IsOpen("'active_from':'2026-06-15T12:00:00Z'").ShouldBeTrue();
        IsOpen("'active_from':'2026-06-15T12:00:01Z'").ShouldBeFalse();
        IsOpen("'active_until':'2026-06-15T12:00:00Z'").ShouldBeFalse();
        IsOpen("'active_until':'2026-06-15T12:00:01Z'").ShouldBeTrue();
        IsOpen("'active_from':'2026-06-15T14:00:00+02:00','active_until':'2026-06-16'").ShouldBeTrue();
    }

    private static bool IsOpen(string members) => Given.Rule(members).IsEnabled("f");

    private static bool IsIn(string flagMembers, string ruleMembers, string user, double percentage) =>
        Given.Flags(FormattableString.Invariant($"'f':{{'status':'enabled',{flagMembers},'rules':[{{'name':'r',{ruleMembers}'rollout_percentage':{percentage}}}]}}"))
            .IsEnabled("f", Given.User(user));

    private static FlagEngine Flag(string key, string members) => Given.Flags($"'{key}':{{'status':'enabled','rules':[{{'name':'r',{members}}}]}}");
}
