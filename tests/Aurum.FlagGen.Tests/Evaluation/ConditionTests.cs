namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>One condition on one attribute: <c>a</c>.</summary>
public class ConditionTests
{
    [Theory]
    [InlineData("'x'", "'x'", true)]
    [InlineData("'x'", "'X'", false)]
    [InlineData("'1'", "1", false)]
    [InlineData("1", "1", true)]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "'1'", false)]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("true", "'true'", false)]
    [InlineData("1", "true", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "0", false)]
    [InlineData("null", "{}", false)]
    [InlineData("'x'", "{'b':'x'}", false)]
    [InlineData("'x'", "['y','x']", true)]
    [InlineData("1", "['1',1]", true)]
    [InlineData("'x'", "[]", false)]
    [InlineData("null", "[]", false)]
    [InlineData("null", "[null]", true)]
    [InlineData("'x'", "[['x']]", false)]
    public void Eq_KindsNeverMix_AndNeqIsItsComplement(string value, string attribute, bool expected)
    {
        Holds($"{{'op':'eq','value':{value}}}", attribute).ShouldBe(expected);
        Holds($"{{'op':'neq','value':{value}}}", attribute).ShouldBe(!expected);
        Holds($"{{'op':'in','value':[{value}]}}", attribute).ShouldBe(expected);
        Holds($"{{'op':'nin','value':[{value}]}}", attribute).ShouldBe(!expected);
        Holds($"{{'op':'eq','value':{value},'negate':true}}", attribute).ShouldBe(!expected);
        Holds($"{{'op':'neq','value':{value},'negate':true}}", attribute).ShouldBe(expected);
    }

    [Theory]
    [InlineData("'US'", true)]
    [InlineData("null", false)]
    public void Neq_MissingAttribute_MatchesAllButNull(string value, bool expected)
    {
        HoldsWithout($"{{'op':'neq','value':{value}}}").ShouldBe(expected);
        HoldsWithout($"{{'op':'nin','value':[{value}]}}").ShouldBe(expected);
        HoldsWithout($"{{'op':'eq','value':{value}}}").ShouldBe(!expected);
    }

    [Fact]
    public void BareValue_MeansEq()
    {
        Holds("'x'", "'x'").ShouldBeTrue();
        Holds("'x'", "'y'").ShouldBeFalse();
    }

    [Fact]
    public void ListOfConditions_OnOnePath_MustAllHold()
    {
        const string Between = "[{'op':'gte','value':18},{'op':'lt','value':65}]";

        Holds(Between, "17").ShouldBeFalse();
        Holds(Between, "18").ShouldBeTrue();
        Holds(Between, "65").ShouldBeFalse();
    }

    [Theory]
    [InlineData("['x','y']", "'y'", true)]
    [InlineData("['x',1,true,null]", "true", true)]
    [InlineData("['x',1,true,null]", "false", false)]
    [InlineData("['x',1,true,null]", "1", true)]
    [InlineData("['x',1,true,null]", "null", true)]
    [InlineData("['x',1,true,null]", "'1'", false)]
    [InlineData("['x','y']", "['a','y']", true)]
    [InlineData("['x','y']", "['a','b']", false)]
    [InlineData("[]", "'x'", false)]
    [InlineData("[]", "[]", false)]
    public void In_AnyElement_AndNinIsItsComplement(string value, string attribute, bool expected)
    {
        Holds($"{{'op':'in','value':{value}}}", attribute).ShouldBe(expected);
        Holds($"{{'op':'nin','value':{value}}}", attribute).ShouldBe(!expected);
    }

    [Theory]
    [InlineData("gt", "5", "6", true)]
    [InlineData("gt", "5", "5", false)]
    [InlineData("gte", "5", "5", true)]
    [InlineData("lt", "5", "4.9", true)]
    [InlineData("lt", "5", "5", false)]
    [InlineData("lte", "5", "5", true)]
    [InlineData("gt", "9", "10", true)]
    [InlineData("gt", "9", "' 10 '", true)]
    [InlineData("gt", "9", "'1,000'", false)]
    [InlineData("gt", "9", "'NaN'", false)]
    [InlineData("gt", "9", "'Infinity'", false)]
    [InlineData("gt", "9", "true", false)]
    [InlineData("lt", "9", "null", false)]
    [InlineData("lt", "9", "{}", false)]
    [InlineData("gt", "'9'", "'10'", false)]
    [InlineData("gt", "'a'", "'b'", true)]
    [InlineData("gt", "'a'", "'B'", false)]
    [InlineData("gt", "'a'", "9", false)]
    [InlineData("gt", "5", "[1,6]", true)]
    [InlineData("gt", "5", "[1,2]", false)]
    public void Order_WithoutValueType_NumbersAsNumbersElseTexts(string op, string value, string attribute, bool expected)
    {
        Holds($"{{'op':'{op}','value':{value}}}", attribute).ShouldBe(expected);
        Holds($"{{'op':'{op}','value':{value},'negate':true}}", attribute).ShouldBe(!expected);
    }

    [Theory]
    [InlineData("gt", "number", "'9'", "'10'", true)]
    [InlineData("eq", "number", "'1e1'", "'10'", true)]
    [InlineData("eq", "number", "10", "'1,0'", false)]
    [InlineData("in", "number", "[1,'2']", "'2.0'", true)]
    [InlineData("eq", "string", "'1'", "'1'", true)]
    [InlineData("eq", "string", "'1'", "1", false)]
    [InlineData("eq", "number", "null", "null", true)]
    [InlineData("in", "semver", "[null,'1.0.0']", "null", true)]
    [InlineData("eq", "number", "0", "null", false)]
    [InlineData("gt", "datetime", "'2026-01-01'", "'2026-01-01T00:00:01Z'", true)]
    [InlineData("gt", "datetime", "'2026-01-01T00:00:00'", "'2026-01-01T01:30:00+02:00'", false)]
    [InlineData("gt", "datetime", "'2026-01-01'", "'2026-06-01'", false)]
    [InlineData("gt", "datetime", "'2026-01-01'", "'2026-06-01T00:00:00'", false)]
    [InlineData("eq", "datetime", "0", "'1970-01-01T00:00:00Z'", true)]
    [InlineData("eq", "datetime", "'1970-01-01T00:00:01Z'", "1000", true)]
    [InlineData("gt", "semver", "'1.2.3'", "'1.10.0'", true)]
    [InlineData("lt", "semver", "'1.0.0'", "'1.0.0-rc.1'", true)]
    [InlineData("eq", "semver", "'1.0.0'", "'1'", true)]
    [InlineData("eq", "semver", "'1.0.0'", "'1.0.0+build'", true)]
    [InlineData("gt", "semver", "'1.0.0'", "'v2.0.0'", false)]
    [InlineData("gt", "semver", "'1.0.0'", "'2.0-rc'", false)]
    [InlineData("gt", "version", "'10.0.19045'", "'10.0.22000.1'", true)]
    [InlineData("eq", "version", "'10.0'", "'10.0.0.0'", true)]
    [InlineData("eq", "version", "'10.*'", "'10.7'", true)]
    [InlineData("eq", "version", "'10.*'", "'11.7'", false)]
    [InlineData("gt", "version", "'10.*'", "'10.7'", false)]
    [InlineData("gte", "version", "'10.*'", "'10.7'", true)]
    [InlineData("lte", "version", "'10.*'", "'10.7'", true)]
    [InlineData("lt", "version", "'10.*'", "'10.0'", false)]
    [InlineData("in", "version", "['9.*','10.*']", "'10.3'", true)]
    public void ValueType_BothSides_AreReadAsIt(string op, string type, string value, string attribute, bool expected) =>
        Holds($"{{'op':'{op}','value':{value},'value_type':'{type}'}}", attribute).ShouldBe(expected);

    [Theory]
    [InlineData("neq", "semver", "'1.0.0'")]
    [InlineData("nin", "number", "[1]")]
    public void Complement_AttributeThatDoesNotParse_Holds(string op, string type, string value) =>
        Holds($"{{'op':'{op}','value':{value},'value_type':'{type}'}}", "'x'").ShouldBeTrue();

    [Theory]
    [InlineData("contains", "'b'", "'abc'", true)]
    [InlineData("contains", "'B'", "'abc'", false)]
    [InlineData("contains", "['x','c']", "'abc'", true)]
    [InlineData("contains", "[]", "'abc'", false)]
    [InlineData("contains", "'1'", "1", false)]
    [InlineData("contains", "1", "'1'", false)]
    [InlineData("contains", "'b'", "['abc']", false)]
    [InlineData("contains", "'abc'", "['abc']", true)]
    [InlineData("contains", "1", "['1',1]", true)]
    [InlineData("contains", "true", "[true]", true)]
    [InlineData("contains", "null", "[null]", true)]
    [InlineData("contains", "null", "[]", false)]
    [InlineData("startswith", "'ab'", "'abc'", true)]
    [InlineData("startswith", "'bc'", "'abc'", false)]
    [InlineData("startswith", "['x','a']", "'abc'", true)]
    [InlineData("startswith", "'a'", "['x','abc']", true)]
    [InlineData("startswith", "'1'", "1", false)]
    [InlineData("endswith", "'bc'", "'abc'", true)]
    [InlineData("endswith", "'ab'", "'abc'", false)]
    [InlineData("endswith", "'@acme.com'", "['x@acme.com']", true)]
    [InlineData("regex", "'^a.c$'", "'abc'", true)]
    [InlineData("regex", "'b'", "'abc'", true)]
    [InlineData("regex", "['x','^a']", "'abc'", true)]
    [InlineData("regex", "'^b'", "'abc'", false)]
    [InlineData("regex", "'b'", "['x','abc']", true)]
    [InlineData("regex", "'1'", "1", false)]
    public void TextOperator_OnATextOrAList_SeesTextsOnly(string op, string value, string attribute, bool expected)
    {
        Holds($"{{'op':'{op}','value':{value}}}", attribute).ShouldBe(expected);
        Holds($"{{'op':'{op}','value':{value},'negate':true}}", attribute).ShouldBe(!expected);
    }

    [Theory]
    [InlineData("eq", "'STRASSE'", "'strasse'", true)]
    [InlineData("eq", "'STRASSE'", "'straße'", false)]
    [InlineData("in", "['A','B']", "'b'", true)]
    [InlineData("contains", "'B'", "'abc'", true)]
    [InlineData("contains", "'B'", "['b']", true)]
    [InlineData("startswith", "'A'", "'abc'", true)]
    [InlineData("endswith", "'C'", "'abc'", true)]
    [InlineData("regex", "'^ABC$'", "'abc'", true)]
    [InlineData("eq", "'I'", "'ı'", false)]
    public void IgnoreCase_Texts_CompareOrdinally(string op, string value, string attribute, bool expected) =>
        Holds($"{{'op':'{op}','value':{value},'ignore_case':true}}", attribute).ShouldBe(expected);

    [Theory]
    [InlineData("'op':'eq','value':['x']")]
    [InlineData("'op':'eq','value':{}")]
    [InlineData("'op':'in','value':'x'")]
    [InlineData("'op':'in','value':[['x']]")]
    [InlineData("'op':'gt','value':true")]
    [InlineData("'op':'gt','value':null")]
    [InlineData("'op':'gt','value':[1]")]
    [InlineData("'op':'gt','value':'v2','value_type':'semver'")]
    [InlineData("'op':'eq','value':'x','value_type':'number'")]
    [InlineData("'op':'in','value':['1.0.0','x'],'value_type':'semver'")]
    [InlineData("'op':'gt','value':'1.*.2','value_type':'version'")]
    [InlineData("'op':'eq','value':5,'value_type':'string'")]
    [InlineData("'op':'startswith','value':1")]
    [InlineData("'op':'regex','value':'('")]
    [InlineData("'op':'regex','value':'(?=x)'")]
    [InlineData("'op':'regex','value':5")]
    [InlineData("'op':'regex','value':['x',5]")]
    [InlineData("'op':'gt','value':true,'value_type':'datetime'")]
    [InlineData("'op':'contains','value':{}")]
    public void FaultyCondition_WhateverTheAttribute_NeverMatches(string members)
    {
        foreach (string attribute in new[] { "'x'", "1", "null", "['x']", "true" })
        {
            Holds($"{{{members}}}", attribute).ShouldBeFalse(attribute);
            Holds($"{{{members},'negate':true}}", attribute).ShouldBeFalse(attribute);
        }

        Given.Rule($"'conditions':{{'a':{{{members}}}}}").Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
    }

    [Theory]
    [InlineData("neq", "['x']")]
    [InlineData("nin", "'x'")]
    public void FaultyComplement_Never_Matches(string op, string value) =>
        Holds($"{{'op':'{op}','value':{value}}}", "'y'").ShouldBeFalse();

    [Fact]
    public void UnknownOperator_InARule_LeavesTheOtherRulesToWork()
    {
        FlagCondition(new FeatureFlagCondition("a", "resembles", "x"), out FlagEngine engine);

        engine.IsEnabled("f", Given.Context("{'a':'x'}")).ShouldBeFalse();
        engine.IsEnabled("f", Given.Context("{'b':'x'}")).ShouldBeTrue();
        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("resembles");
    }

    [Fact]
    public void UnknownValueType_OnAnyOperator_IsAFault()
    {
        FlagCondition(new FeatureFlagCondition("a", "contains", "x") { ValueType = "colour" }, out FlagEngine engine);

        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("colour");
    }

    [Fact]
    public void Instant_OutsideTimes_IsItsText()
    {
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)) });

        Holds("{'op':'eq','value':'2026-01-02T03:04:05Z'}", context).ShouldBeTrue();
        Holds("{'op':'in','value':['x','2026-01-02T03:04:05Z']}", context).ShouldBeTrue();
        Holds("{'op':'in','value':[1,'2026-01-02T03:04:05Z']}", context).ShouldBeTrue();
        Holds("{'op':'startswith','value':'2026-01'}", context).ShouldBeTrue();
        Holds("{'op':'gt','value':'2025'}", context).ShouldBeTrue();
        Holds("{'op':'eq','value':'2026-01-02T05:04:05+02:00','value_type':'datetime'}", context).ShouldBeTrue();
        Holds("{'op':'gt','value':5}", context).ShouldBeFalse();
    }

    private static void FlagCondition(FeatureFlagCondition condition, out FlagEngine engine)
    {
        engine = Given.Engine();
        engine.Publish(new FlagSet
        {
            Version = "1",
            Flags =
            [
                new FeatureFlag
                {
                    Key = "f",
                    Status = FeatureFlagStatus.Enabled,
                    Rules =
                    [
                        new FeatureFlagRule { Name = "faulty", Conditions = [condition] },
                        new FeatureFlagRule { Name = "sound", Conditions = [new FeatureFlagCondition("b", "eq", "x")] },
                    ],
                },
            ],
        });
    }

    private static bool Holds(string condition, string attribute) => Holds(condition, Given.Context($"{{'a':{attribute}}}"));

    private static bool HoldsWithout(string condition) => Holds(condition, FlagContext.Empty);

    private static bool Holds(string condition, FlagContext context) => Given.Rule($"'conditions':{{'a':{condition}}}").IsEnabled("f", context);
}
