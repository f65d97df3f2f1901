using System.Globalization;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Integers and texts of a generated context are read past the general way, and answer as the same values of a dictionary do.</summary>
public sealed class TypedFieldTests
{
    private static readonly long?[] Integers = [null, long.MinValue, -1, 0, 1, 29, 30, 31, long.MaxValue];

    private static readonly string?[] Texts = [null, "", "A", "a", "ab", "b", "JP"];

    [Theory]
    [InlineData("'op':'gt','value':30")]
    [InlineData("'op':'gte','value':30")]
    [InlineData("'op':'lt','value':30")]
    [InlineData("'op':'lte','value':30")]
    [InlineData("'op':'gt','value':29.5")]
    [InlineData("'op':'lt','value':30.5")]
    [InlineData("'op':'gte','value':0")]
    [InlineData("'op':'lte','value':-1")]
    [InlineData("'op':'gt','value':30,'negate':true")]
    [InlineData("'op':'lte','value':30,'negate':true")]
    [InlineData("'op':'gte','value':'30','value_type':'number'")]
    [InlineData("'op':'eq','value':30")]
    [InlineData("'op':'in','value':[0,31]")]
    [InlineData("'op':'neq','value':30,'value_type':'number'")]
    public void Condition_OnAnIntegerField_AnswersAsOnADictionary(string condition)
    {
        FlagEngine engine = Given.Rule($"'conditions':{{'user.age':{{{condition}}}}}");
        Read(engine);
        foreach (long? age in Integers)
        {
            bool expected = engine.IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["user.age"] = age }));

            engine.IsEnabled("f", new Engine.ShopContext { UserAge = age }).ShouldBe(expected, $"{age?.ToString(CultureInfo.InvariantCulture)} {condition}");
        }
    }

    /// <summary>The attribute stands right behind the last integer.</summary>
    [Theory]
    [InlineData("'op':'gt','value':0")]
    [InlineData("'op':'lt','value':0,'negate':true")]
    [InlineData("'op':'gte','value':'2026-01-01','value_type':'datetime'")]
    public void Condition_OnWhatStandsBehindTheIntegers_AnswersAsOnADictionary(string condition)
    {
        FlagEngine engine = Given.Rule($"'conditions':{{'user.created_at':{{{condition}}}}}");
        Read(engine);
        foreach (DateTimeOffset? created in new DateTimeOffset?[] { null, Given.Noon })
        {
            FlagEvaluation<bool> expected = engine.GetBooleanDetails("f", false, FlagContext.From(new Dictionary<string, object?> { ["user.created_at"] = created }));

            engine.GetBooleanDetails("f", false, new Engine.ShopContext { UserCreatedAt = created }).ShouldBe(expected, condition);
        }
    }

    [Theory]
    [InlineData("'op':'eq','value':'a'")]
    [InlineData("'op':'neq','value':'a'")]
    [InlineData("'op':'eq','value':'A','ignore_case':true")]
    [InlineData("'op':'in','value':['a','JP']")]
    [InlineData("'op':'in','value':['A','jp'],'ignore_case':true")]
    [InlineData("'op':'nin','value':['a','JP']")]
    [InlineData("'op':'in','value':['a',1,null]")]
    [InlineData("'op':'gt','value':'a'")]
    [InlineData("'op':'lte','value':'a'")]
    [InlineData("'op':'contains','value':'b'")]
    [InlineData("'op':'startswith','value':'a'")]
    [InlineData("'op':'startswith','value':'A','ignore_case':true")]
    [InlineData("'op':'endswith','value':'b','negate':true")]
    [InlineData("'op':'regex','value':'^a?$'")]
    public void Condition_OnATextField_AnswersAsOnADictionary(string condition)
    {
        FlagEngine engine = Given.Rule($"'conditions':{{'user.country':{{{condition}}}}}");
        Read(engine);
        foreach (string? country in Texts)
        {
            bool expected = engine.IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["user.country"] = country }));

            engine.IsEnabled("f", new Engine.ShopContext { UserCountry = country }).ShouldBe(expected, $"{country ?? "null"} {condition}");
        }
    }

    /// <summary>Only the context's kind that was met first is read past the general way.</summary>
    private static void Read(FlagEngine engine) => engine.IsEnabled("f", new Engine.ShopContext());
}
