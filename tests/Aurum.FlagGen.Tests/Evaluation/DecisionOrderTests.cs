namespace Aurum.FlagGen.Tests.Evaluation;

public class DecisionOrderTests
{
    private const string Rule = "'rules':[{'name':'r'}]";
    private const string Test = "'ab_test':{'variants':{'control':0,'a':100},'control_variant':'control'}";

    [Fact]
    public void UnknownKey_Always_GivesTheCallersDefault()
    {
        FlagEvaluation<bool> result = Given.Flags("").GetBooleanDetails("missing", defaultValue: true);

        result.Value.ShouldBeTrue();
        result.Reason.ShouldBe(EvaluationReason.Error);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.FlagNotFound);
        result.ErrorMessage.ShouldNotBeNull().ShouldContain("missing");
    }

    [Fact]
    public void Key_InAnotherCase_IsUnknown() =>
        Given.Flags("'f':{'status':'enabled'}").Evaluate("F").ErrorCode.ShouldBe(EvaluationErrorCode.FlagNotFound);

    [Theory]
    [InlineData("'status':'disabled'")]
    [InlineData("'status':'enabled'")]
    [InlineData("'status':'enabled'," + Rule)]
    [InlineData("'status':'conditional'," + Test)]
    public void Retired_WhateverElse_KeepsItsValue(string members)
    {
        FlagEvaluation<FlagValue> result = Given.Flags($"'f':{{'lifecycle':'retired','keep':false,'default_value':true,{members}}}").Evaluate("f");

        result.Value.ShouldBe(FlagValue.False);
        result.Reason.ShouldBe(EvaluationReason.Static);
    }

    [Theory]
    [InlineData("'type':'string','default_value':'d','keep':'big','variants':{'big':'BIG'}", "BIG", "big")]
    [InlineData("'type':'string','default_value':'d','keep':'other','variants':{'big':'BIG'}", "other", null)]
    [InlineData("'type':'string','default_value':'d','keep':'BIG','variants':{'big':'BIG'}", "BIG", "big")]
    [InlineData("'type':'string','default_value':'d','keep':'a','variants':{'a':'b','b':'a'}", "b", "a")]
    [InlineData("'type':'variant','default_value':'x','keep':'y','variants':['x','y']", "y", "y")]
    public void Retired_KeepNamesAVariant_IsReadAsItsNameFirst(string members, string value, string? variant)
    {
        FlagEvaluation<string> result = Given.Flags($"'f':{{'lifecycle':'retired','status':'disabled',{members}}}").GetStringDetails("f", "");

        result.Value.ShouldBe(value);
        result.Variant.ShouldBe(variant);
        result.Reason.ShouldBe(EvaluationReason.Static);
    }

    [Fact]
    public void Retired_KeepNamesATestArmOfABooleanFlag_IsWhetherItIsNotTheControl()
    {
        FlagEngine engine = Given.Flags(
            $"'off':{{'lifecycle':'retired','keep':'control',{Test}}}, 'on':{{'lifecycle':'retired','keep':'a',{Test}}}");

        engine.IsEnabled("off").ShouldBeFalse();
        engine.IsEnabled("on").ShouldBeTrue();
    }

    [Theory]
    [InlineData("'off_value':true", true)]
    [InlineData("'default_value':true", false)]
    [InlineData("'default_value':true," + Rule + "," + Test, false)]
    public void Disabled_WhateverElse_GivesTheOffValue(string members, bool expected)
    {
        FlagEvaluation<bool> result = Given.Flags($"'f':{{'status':'disabled',{members}}}").GetBooleanDetails("f", !expected);

        result.Value.ShouldBe(expected);
        result.Reason.ShouldBe(EvaluationReason.Disabled);
    }

    [Fact]
    public void Status_NotGiven_IsDisabled() => Given.Flags("'f':{'default_value':true}").Evaluate("f").Reason.ShouldBe(EvaluationReason.Disabled);

    [Fact]
    public void OffValue_NotGivenOnAnotherType_IsTheDefaultValue() =>
        Given.Flags("'f':{'type':'integer','default_value':7}").GetIntegerDetails("f", 0).Value.ShouldBe(7);

    [Fact]
    public void Rules_SeveralMatch_TheFirstDecides()
    {
        FlagEvaluation<int> result = Given.Flags("""
            'f':{'type':'integer','status':'enabled','default_value':0,'rules':[
              {'name':'never','value':1,'conditions':{'x':1}},{'name':'first','value':2},{'name':'second','value':3}]}
            """).GetIntegerDetails("f", -1);

        result.Value.ShouldBe(2);
        result.RuleName.ShouldBe("first");
        result.RuleIndex.ShouldBe(1);
        result.Reason.ShouldBe(EvaluationReason.TargetingMatch);
    }

    [Fact]
    public void Rule_FailsItsRollout_LeavesTheDecisionToTheNext()
    {
        FlagEvaluation<int> result = Given.Flags("""
            'f':{'type':'integer','status':'enabled','default_value':0,'rules':[
              {'name':'nobody','value':1,'rollout_percentage':0},{'name':'next','value':2}]}
            """).GetIntegerDetails("f", -1, Given.User("u"));

        result.Value.ShouldBe(2);
    }

    [Theory]
    [InlineData("'value':true", EvaluationReason.TargetingMatch)]
    [InlineData("'rollout_percentage':100", EvaluationReason.TargetingMatch)]
    [InlineData("'rollout_percentage':99.999", EvaluationReason.Split)]
    [InlineData("'rollout_plan':{'strategy':'percentage','percentage':99.999}", EvaluationReason.Split)]
    [InlineData("'rollout_plan':{'strategy':'percentage','percentage':100}", EvaluationReason.TargetingMatch)]
    public void Rule_Matches_SaysWhetherAPercentageDecided(string members, EvaluationReason expected) =>
        Given.Rule(members).Evaluate("f", Given.User("user-1")).Reason.ShouldBe(expected);

    [Fact]
    public void Rule_ServesASplitWithOneArm_SaysThatASplitDecided()
    {
        FlagEvaluation<string> result = Given.Flags("""
            'f':{'type':'variant','status':'enabled','default_value':'a','variants':['a','b'],'rules':[{'name':'r','split':{'a':0,'b':100}}]}
            """).GetStringDetails("f", "");

        result.Value.ShouldBe("b");
        result.Reason.ShouldBe(EvaluationReason.Split);
        result.RuleName.ShouldBe("r");
    }

    [Theory]
    [InlineData("enabled")]
    [InlineData("conditional")]
    public void Test_Runs_GivesTheArm(string status)
    {
        FlagEvaluation<bool> result = Given.Flags($"'f':{{'status':'{status}',{Test}}}").GetBooleanDetails("f", false);

        result.Value.ShouldBeTrue();
        result.Variant.ShouldBe("a");
        result.Reason.ShouldBe(EvaluationReason.Split);
    }

    [Fact]
    public void Rule_MatchesBeforeATest_Decides()
    {
        FlagEvaluation<bool> result = Given.Flags($"'f':{{'status':'enabled',{Test},'rules':[{{'name':'r','value':false}}]}}").GetBooleanDetails("f", true);

        result.Value.ShouldBeFalse();
        result.Reason.ShouldBe(EvaluationReason.TargetingMatch);
    }

    [Theory]
    [InlineData("'status':'enabled','default_value':true", true, EvaluationReason.Static)]
    [InlineData("'status':'enabled','default_value':true,'rules':[{'name':'r','value':false,'conditions':{'x':1}}]", true, EvaluationReason.Default)]
    [InlineData("'status':'conditional','default_value':true", false, EvaluationReason.Default)]
    [InlineData("'status':'conditional','default_value':false,'off_value':true", true, EvaluationReason.Default)]
    public void Nothing_Decides_GivesDefaultOrOffValue(string members, bool expected, EvaluationReason reason)
    {
        FlagEvaluation<bool> result = Given.Flags($"'f':{{{members}}}").GetBooleanDetails("f", !expected);

        result.Value.ShouldBe(expected);
        result.Reason.ShouldBe(reason);
        result.RuleName.ShouldBeNull();
        result.RuleIndex.ShouldBeNull();
    }

    [Fact]
    public void CompileTimeFlag_AskedAtRunTime_GivesItsDefault() =>
        Given.Flags("'f':{'evaluation':'compile_time','default_value':true}").GetBooleanDetails("f", false).Value.ShouldBeTrue();
}
