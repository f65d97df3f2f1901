using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public class CompiledFlagTests
{
    [Theory]
    [InlineData("'status':'disabled'", true, false)]
    [InlineData("'status':'enabled','default_value':true", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r'}]", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','required_flags':['ghost']},{'name':'s'}]", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','rollout_percentage':0},{'name':'s'}]", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','rollout_percentage':0}]", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','rollout_percentage':99}]", false, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','rollout_plan':{'strategy':'percentage','percentage':100}}]", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','rollout_plan':{'strategy':'percentage','percentage':0}}]", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','conditions':{'a':1}},{'name':'s'}]", false, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','required_flags':['fixed']}]", false, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','required_flags':['timed']}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','excluded_flags':['timed']}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','user_segments':['new_users']}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','user_segments':['premium_users']}]", false, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','user_segments':['premium_users','new_users']}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','required_flags':['fixed','timed']}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','active_until':'2030-01-01'}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','active_from':'2030-01-01'}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r'},{'name':'s','active_from':'2030-01-01'}]", true, false)]
    [InlineData("'status':'enabled','rules':[{'name':'r','conditions':{'a':1}},{'name':'s','active_from':'2030-01-01'}]", false, true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','rollout_plan':{'strategy':'gradual','start_percentage':0,'end_percentage':100,'step_percentage':10,'step_interval_hours':1,'start_time':'2026-01-01'}}]", false, true)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c'}", false, false)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':0,'t':100},'control_variant':'c'}", true, false)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':0,'t':100},'control_variant':'c','start_date':'2020-01-01'}", false, true)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':0,'t':100},'control_variant':'c','end_date':'2030-01-01'}", false, true)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':0,'t':100},'control_variant':'c','layer':{'name':'l','from':0,'to':50}}", false, false)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','rules':[{'name':'r','variant':'t'}],'ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','end_date':'2030-01-01'}", true, false)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','rules':[{'name':'r','variant':'t','conditions':{'a':1}}],'ab_test':{'variants':{'c':0,'t':100},'control_variant':'c'}", false, false)]
    public void Flag_AsDefined_IsConstantOrReadsTheClock(string members, bool isConstant, bool readsClock)
    {
        FlagEngine engine = Given.Manifest($$"""
            {'flags':{
              'fixed':{'status':'enabled','default_value':true},
              'timed':{'status':'enabled','rules':[{'name':'r','active_until':'2030-01-01'}]},
              'f':{ {{members}} } },
             'layers':{'l':{'salt':'l'} } }
            """);
        CompiledFlag flag = engine.FindCompiled("f").ShouldNotBeNull();

        (flag.Constant is not null).ShouldBe(isConstant);
        flag.ReadsClock.ShouldBe(readsClock);
    }

    /// <summary>At an edge of what a definition may say, and still sound.</summary>
    [Theory]
    [InlineData("'rules':[{'name':'r','rollout_percentage':0}]")]
    [InlineData("'rules':[{'name':'r','rollout_percentage':100}]")]
    [InlineData("'rules':[{'name':'r','rollout_plan':{'strategy':'percentage','percentage':0}}]")]
    [InlineData("'rules':[{'name':'r','rollout_plan':{'strategy':'targeted','percentage':0}}]")]
    [InlineData("'bucketing':{'algorithm':'flagd','resolution':1},'rules':[{'name':'r','rollout_percentage':50}]")]
    public void Flag_AtAnEdge_HasNoFault(string members) => Given.Flags($"'f':{{'status':'enabled',{members}}}").Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("'from':0,'to':0.001", 0)]
    [InlineData("'from':30,'to':30", 1)]
    [InlineData("'from':30,'to':29.999", 1)]
    [InlineData("'from':99.999,'to':100", 0)]
    public void Layer_PartThatHoldsNobody_IsAFault(string part, int faults) => Given.Manifest("""
        {'layers':{'l':{}},
         'flags':{'f':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','layer':{'name':'l',PART}}}}}
        """.Replace("PART", part, StringComparison.Ordinal)).Faults.Count.ShouldBe(faults);

    [Fact]
    public void Source_OfAPublishedFlag_IsTheStore() =>
        Given.Flags("'f':{'status':'enabled'}").FindCompiled("f")!.Source.ShouldBe(FlagSource.Store);

    /// <summary>What is decided for nobody in particular is the fallback, marked as an error only where a context would have been read.</summary>
    [Theory]
    [InlineData("'status':'enabled','default_value':true", EvaluationErrorCode.None)]
    [InlineData("'status':'enabled','default_value':true,'rules':[{'name':'r','conditions':{'a':1}}]", EvaluationErrorCode.General)]
    [InlineData("'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c'}", EvaluationErrorCode.General)]
    public void Failure_IsAnErrorWhereAContextIsRead(string members, EvaluationErrorCode expected)
    {
        CompiledFlag flag = Given.Flags($"'f':{{{members}}}").FindCompiled("f")!;

        flag.Failure.ErrorCode.ShouldBe(expected);
        flag.Failure.ShouldBeSameAs(flag.Failure);
    }

    [Fact]
    public void SharedBelow_OfDiamonds_IsBoundedByWhatIsShared()
    {
        FlagEngine engine = Given.Flags("""
            'base':{'status':'enabled','rules':[{'name':'r','conditions':{'a':1}}]},
            'once':{'status':'enabled','rules':[{'name':'r','conditions':{'b':1}}]},
            'left':{'status':'enabled','rules':[{'name':'r','required_flags':['base']}]},
            'right':{'status':'enabled','rules':[{'name':'r','required_flags':['base']}]},
            'plain':{'status':'enabled','rules':[{'name':'r','required_flags':['once']}]},
            'top':{'status':'enabled','rules':[{'name':'r','required_flags':['left','right']}]},
            'beside':{'status':'enabled','rules':[{'name':'r','conditions':{'c':1}}]},
            'one':{'status':'enabled','rules':[{'name':'r','required_flags':['beside']},{'name':'s','excluded_flags':['beside']}]}
            """);

        engine.FindCompiled("base")!.IsShared.ShouldBeTrue();
        engine.FindCompiled("once")!.IsShared.ShouldBeFalse();
        engine.FindCompiled("base")!.SharedBelow.ShouldBe(0);
        engine.FindCompiled("plain")!.SharedBelow.ShouldBe(0);
        engine.FindCompiled("left")!.SharedBelow.ShouldBe(1);

        // By both ways: an upper bound.
        engine.FindCompiled("top")!.SharedBelow.ShouldBe(2);
    }
}
