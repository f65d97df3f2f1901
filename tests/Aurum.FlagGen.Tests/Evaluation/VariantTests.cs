namespace Aurum.FlagGen.Tests.Evaluation;

public class VariantTests
{
    [Theory]
    [InlineData("'default_value':'s'", "s", "small")]
    [InlineData("'default_value':'x'", "x", null)]
    [InlineData("'default_value':'x','rules':[{'name':'r','value':'s'}]", "s", "small")]
    [InlineData("'default_value':'x','rules':[{'name':'r','variant':'twin'}]", "s", "twin")]
    public void Variant_OfAServedValue_IsTheRulesElseTheFirstWithThatValue(string members, string value, string? variant)
    {
        FlagEvaluation<string> result = Given.Flags($"'f':{{'type':'string','status':'enabled','variants':{{'small':'s','twin':'s'}},{members}}}").GetStringDetails("f", "");

        result.Value.ShouldBe(value);
        result.Variant.ShouldBe(variant);
    }

    [Fact]
    public void VariantFlag_WithoutVariants_TakesTheArmsOfItsTest()
    {
        FlagEngine engine = Given.Flags("""
            'f':{'type':'variant','status':'enabled','default_value':'a','ab_test':{'variants':{'c':0,'a':0,'b':100},'control_variant':'c'}}
            """);

        engine.GetVariant("f").ShouldBe("b");
        engine.GetStringDetails("f", "").Value.ShouldBe("b");
    }

    [Fact]
    public void BooleanFlag_WithoutVariants_IsWhetherTheArmIsNotTheControl()
    {
        FlagEngine engine = Given.Flags("""
            'on':{'status':'enabled','ab_test':{'variants':{'c':0,'a':100},'control_variant':'c'}},
            'off':{'status':'enabled','ab_test':{'variants':{'c':100,'a':0},'control_variant':'c'}}
            """);

        engine.GetBooleanDetails("on", false).Value.ShouldBeTrue();
        engine.GetBooleanDetails("off", true).Value.ShouldBeFalse();
        engine.GetVariant("off").ShouldBe("c");
    }

    [Fact]
    public void BooleanFlag_WithVariants_TakesTheirValues() =>
        Given.Flags("""
            'f':{'status':'enabled','variants':{'c':true,'a':false},'ab_test':{'variants':{'c':0,'a':100},'control_variant':'c'}}
            """).GetBooleanDetails("f", true).Value.ShouldBeFalse();

    [Fact]
    public void OtherFlag_InATest_TakesTheVariantsValue() =>
        Given.Flags("""
            'f':{'type':'integer','status':'enabled','default_value':1,'variants':{'c':1,'a':42},'ab_test':{'variants':{'c':0,'a':100},'control_variant':'c'}}
            """).GetIntegerDetails("f", 0).Value.ShouldBe(42);

    [Theory]
    [InlineData("'type':'variant','status':'enabled','default_value':'a','variants':['c','a'],'rules':[{'name':'r','variant':'a'}]", true)]
    [InlineData("'type':'variant','status':'enabled','default_value':'a','variants':['c','a']", false)]
    [InlineData("'type':'variant','status':'disabled','default_value':'a','variants':['c','a']", false)]
    [InlineData("'type':'variant','status':'enabled','default_value':'a','ab_test':{'variants':{'c':0,'a':100},'control_variant':'c'}", true)]
    [InlineData("'type':'variant','status':'enabled','default_value':'a','ab_test':{'variants':{'c':100,'a':0},'control_variant':'c'}", false)]
    [InlineData("'type':'variant','status':'enabled','default_value':'a','rules':[{'name':'r','variant':'c'}],'ab_test':{'variants':{'c':0,'a':100},'control_variant':'c'}", false)]
    [InlineData("'type':'string','status':'enabled','default_value':'d','rules':[{'name':'r','value':'x'}]", true)]
    [InlineData("'type':'string','status':'enabled','default_value':'d'", false)]
    [InlineData("'type':'string','status':'disabled','default_value':'d','lifecycle':'retired','keep':'d'", true)]
    [InlineData("'type':'variant','default_value':'a','lifecycle':'retired','keep':'c','ab_test':{'variants':{'c':0,'a':100},'control_variant':'c'}", false)]
    [InlineData("'type':'variant','default_value':'a','lifecycle':'retired','keep':'a','ab_test':{'variants':{'c':0,'a':100},'control_variant':'c'}", true)]
    [InlineData("'status':'enabled','default_value':true", true)]
    [InlineData("'status':'disabled','off_value':true", true)]
    [InlineData("'status':'enabled','rules':[{'name':'r','value':false}]", false)]
    public void IsEnabled_OfAnyFlag_SaysWhetherItIsOn(string members, bool expected) =>
        Given.Flags($"'f':{{{members}}}").IsEnabled("f").ShouldBe(expected);
}
