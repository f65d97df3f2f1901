using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public sealed class FlagOutcomeTests
{
    [Theory]
    [InlineData("'rules':[{'name':'r','rollout_percentage':50}]", "the context has no user_id to find")]
    [InlineData("'bucket_by':'device_id','rules':[{'name':'r','rollout_percentage':50}]", "the context has no device_id to find")]
    [InlineData("'bucket_by':'device_id','rules':[{'name':'r','rollout_percentage':50,'bucket_by':'tenant'}]", "the context has no tenant to find")]
    [InlineData("'rules':[{'name':'r','rollout_percentage':50,'bucket_by':'tenant'},{'name':'s','rollout_percentage':50}]", "the context has no tenant or user_id to find")]
    public void ErrorMessage_OfAMissingKey_NamesTheAttributesThatAreAskedFor(string members, string expected)
    {
        FlagOutcome outcome = Compile($"'status':'enabled',{members}").EvaluateVariable(FlagContext.Empty, now: 0);

        outcome.ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);
        outcome.ErrorMessage.ShouldNotBeNull().ShouldContain(expected);
        outcome.RuleName.ShouldBeNull();
    }

    [Fact]
    public void ErrorMessage_WithoutAnError_IsNone()
    {
        FlagOutcome outcome = Compile("'status':'enabled'").Constant!;

        outcome.ErrorMessage.ShouldBeNull();
        outcome.Details.ErrorMessage.ShouldBeNull();
        outcome.Details.ShouldBeSameAs(outcome.Details);
    }

    /// <summary>An override says itself whether the flag is on, also where its value would not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void IsOn_OfAnOverride_IsWhatItSays(bool isOn)
    {
        FeatureFlag flag = new() { Key = "f", Type = FlagType.String };

        new OutcomeList(flag, new VariantTable(flag, declared: null)).AddOverride("text", variant: null, isOn).IsOn.ShouldBe(isOn);
    }

    private static CompiledFlag Compile(string members) => Given.Flags($"'f':{{{members}}}").FindCompiled("f")!;
}
