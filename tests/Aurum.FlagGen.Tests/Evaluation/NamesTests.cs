namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Names that differ in case alone are different names, before and after a change.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("{'plan':'gold','Plan':'none'}", true)]
    [InlineData("{'plan':'gold','Plan':'gold'}", false)]
    [InlineData("{'Plan':'none'}", false)]
    public void Attributes_ThatDifferInCase_AreReadEachByItsName(string context, bool expected) =>
        Given.Rule("'conditions':{'plan':'gold','Plan':'none'}").IsEnabled("f", Given.Context(context)).ShouldBe(expected);

    /// <summary>So many attributes that the next set begins with readers of its own.</summary>
    [Fact]
    public void Attributes_OfALargeSetThatIsChanged_AreReadEachByItsName()
    {
        string many = string.Join(',', Enumerable.Range(0, 300).Select(static i => $"'many{i}':{{'status':'enabled','rules':[{{'name':'r','conditions':{{'a{i}':1}}}}]}}"));
        FlagEngine engine = Given.Flags(many);

        engine.Publish(Given.Set($"{{'flags':{{'f':{{'status':'enabled','rules':[{{'name':'r','conditions':{{'plan':'gold','Plan':'none'}}}}]}},{many}}}}}", "2"));

        engine.IsEnabled("f", Given.Context("{'plan':'gold','Plan':'none'}")).ShouldBeTrue();
        engine.IsEnabled("f", Given.Context("{'plan':'gold','Plan':'gold'}")).ShouldBeFalse();
        engine.IsEnabled("many299", Given.Context("{'a299':1}")).ShouldBeTrue();
    }

    [Fact]
    public void Segments_ThatDifferInCase_AreTwo()
    {
        FlagEngine engine = Given.Manifest("""
            {'segments':{'vips':{'include':['u']},'Vips':{'include':['v']}},
             'flags':{'f':{'status':'enabled','rules':[{'name':'r','user_segments':['vips']}]},'g':{'status':'enabled','rules':[{'name':'r','user_segments':['Vips']}]}}}
            """);

        engine.IsEnabled("f", Given.User("u")).ShouldBeTrue();
        engine.IsEnabled("f", Given.User("v")).ShouldBeFalse();
        engine.IsEnabled("g", Given.User("v")).ShouldBeTrue();
        engine.IsEnabled("g", Given.User("u")).ShouldBeFalse();
    }

    [Fact]
    public void Layers_ThatDifferInCase_AreTwo()
    {
        FlagEngine engine = Given.Manifest("""
            {'layers':{'page':{'holdout':100},'Page':{}},
             'flags':{'f':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':0,'t':100},'control_variant':'c','layer':{'name':'Page','from':0,'to':100}}}}}
            """);

        engine.Faults.ShouldBeEmpty();
        engine.GetStringDetails("f", "", Given.User("u")).Value.ShouldBe("t");
    }

    [Fact]
    public void Layer_OfASetWhoseFlagsChange_IsStillKnown()
    {
        const string manifest = "{'layers':{'page':{}},'flags':{'f':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','layer':{'name':'page','from':0,'to':TO}}}}}";
        FlagSet first = Given.Set(manifest.Replace("TO", "50", StringComparison.Ordinal));
        FlagEngine engine = Given.Engine();
        engine.Publish(first);

        engine.Publish(Given.Set(manifest.Replace("TO", "100", StringComparison.Ordinal), "2") with { Layers = first.Layers });

        engine.Faults.ShouldBeEmpty();
        engine.GetStringDetails("f", "", Given.User("u")).Reason.ShouldBe(EvaluationReason.Split);
    }

    /// <summary>A flag that did not change answers by the new form of one that it needs.</summary>
    [Fact]
    public void RequiredFlag_IsChanged_AlsoForAFlagThatIsNot()
    {
        FeatureFlag needs = new() { Key = "f", Status = FeatureFlagStatus.Enabled, Rules = [new FeatureFlagRule { Name = "r", RequiredFlags = ["base"] }] };
        FeatureFlag needed = new() { Key = "base", Status = FeatureFlagStatus.Enabled, DefaultValue = true };
        FlagEngine engine = Given.Engine();
        engine.Publish(new FlagSet { Version = "1", Flags = [needs, needed] });
        engine.IsEnabled("f").ShouldBeTrue();

        engine.Publish(new FlagSet { Version = "2", Flags = [needs, needed with { DefaultValue = false }] });

        engine.IsEnabled("f").ShouldBeFalse();
    }
}
