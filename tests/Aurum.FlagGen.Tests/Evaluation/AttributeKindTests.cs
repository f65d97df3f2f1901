using System.Text.Json.Nodes;
using Aurum.FlagGen.Tests.Stores;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>What .NET values are as attributes, and that what is not understood is never taken for missing.</summary>
public sealed class AttributeKindTests
{
    public static TheoryData<object> NotUnderstood { get; } =
    [
        new object(), TimeSpan.FromHours(1), new TimeOnly(1, 2), double.NaN, float.PositiveInfinity, new { Name = "x" }, (Func<int>)(static () => 1), ValueTuple.Create(1), new Lazy<int>(5),
        new object[] { "x", new object() }, new List<object?> { double.NaN }, new HashSet<TimeSpan> { TimeSpan.Zero }, new KeyValuePair<string, string>("a", "b"),
    ];

    public static TheoryData<string, object, bool> Typed { get; } = new()
    {
        { "'op':'gte','value':'2027-01-15','value_type':'datetime'", new DateOnly(2027, 2, 1), true },
        { "'op':'gte','value':'2027-01-15','value_type':'datetime'", new DateOnly(2027, 1, 14), false },
        { "'op':'eq','value':'2027-01-15','value_type':'datetime'", new DateOnly(2027, 1, 15), true },
        { "'op':'eq','value':'2027-01-15'", new DateOnly(2027, 1, 15), true },
        { "'op':'gte','value':'2027-01-15','value_type':'datetime'", new DateTimeOffset(2027, 1, 14, 23, 0, 0, TimeSpan.FromHours(-1)), true },
        { "'op':'gte','value':'10.2','value_type':'version'", new Version(10, 3), true },
        { "'op':'gte','value':'10.2','value_type':'version'", new Version(9, 9, 9, 9), false },
        { "'op':'eq','value':'10.2.*','value_type':'version'", new Version(10, 2, 7), true },
        { "'op':'in','value':['00000000-0000-0000-0000-000000000000']", Guid.Empty, true },
        { "'op':'startswith','value':'https://shop.example/'", new Uri("https://shop.example/a"), true },
        { "'op':'eq','value':'Friday'", DayOfWeek.Friday, true },
        { "'op':'gt','value':1.4", 1.5m, true },
        { "'op':'gt','value':1.4", (Half)1.5, true },
        { "'op':'lt','value':0", Int128.MinValue, true },
        { "'op':'eq','value':5", JsonNode.Parse("5")!, true },
        { "'op':'in','value':['a']", JsonNode.Parse("[\"a\"]")!, true },
        { "'op':'eq','value':'x'", JsonValue.Create("x"), true },
        { "'op':'neq','value':null", new JsonObject(), true },
    };

    [Theory]
    [MemberData(nameof(Typed), DisableDiscoveryEnumeration = true)]
    public void Condition_OnAValueOfDotNet_ReadsItAsWhatItIs(string condition, object value, bool holds)
    {
        Given.Rule($"'conditions':{{'a':{{{condition}}}}}").IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = value })).ShouldBe(holds);
        Given.Rule($"'conditions':{{'a':{{{condition},'negate':true}}}}").IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = value })).ShouldBe(!holds);
    }

    [Theory]
    [MemberData(nameof(NotUnderstood), DisableDiscoveryEnumeration = true)]
    public void EveryCondition_OnWhatIsNotUnderstood_IsFalse(object value)
    {
        string[] conditions =
        [
            "'op':'eq','value':'x'", "'op':'eq','value':null", "'op':'neq','value':'x'", "'op':'neq','value':null", "'op':'in','value':['x']", "'op':'nin','value':['x']", "'op':'nin','value':[]",
            "'op':'gt','value':0", "'op':'lte','value':'x'", "'op':'contains','value':'x'", "'op':'startswith','value':''", "'op':'regex','value':'.*'",
            "'op':'gte','value':'1.0','value_type':'semver'", "'op':'neq','value':'1.0','value_type':'version'", "'op':'nin','value':[1],'value_type':'number'", "'op':'lt','value':'2027-01-01','value_type':'datetime'",
        ];
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = value });

        foreach (string condition in conditions)
        {
            Given.Rule($"'conditions':{{'a':{{{condition}}}}}").IsEnabled("f", context).ShouldBeFalse(condition);
            Given.Rule($"'conditions':{{'a':{{{condition},'negate':true}}}}").IsEnabled("f", context).ShouldBeFalse(condition + ", negated");
        }
    }

    [Theory]
    [MemberData(nameof(NotUnderstood), DisableDiscoveryEnumeration = true)]
    public void Explain_OfWhatIsNotUnderstood_NamesIt(object value)
    {
        FlagExplanation explanation = Given.Rule("'conditions':{'a':{'op':'nin','value':['x']}}").Explain("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = value }));

        explanation.Rules[0].Conditions[0].IsUnderstood.ShouldBeFalse();
        explanation.Rules[0].Because.ShouldNotBeNull().ShouldStartWith("the attribute a is ");
        explanation.ToString().ShouldMatch("which is (not understood|no finite number)");
    }

    /// <summary>It may well hold what the path leads to.</summary>
    [Fact]
    public void Path_ThroughWhatIsNotUnderstood_IsNotUnderstood()
    {
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["user"] = new { Role = "admin" } });

        Given.Rule("'conditions':{'user.role':{'op':'nin','value':['admin']}}").IsEnabled("f", context).ShouldBeFalse();
        Given.Rule("'conditions':{'user.role':{'op':'nin','value':['admin']}}").IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["user"] = "x" })).ShouldBeTrue();
    }

    [Fact]
    public void Path_ThroughJsonNodes_IsFollowed()
    {
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["user"] = JsonNode.Parse("""{"role":"admin","tags":["a"]}""") });

        Given.Rule("'conditions':{'user.role':'admin','user.tags':'a'}").IsEnabled("f", context).ShouldBeTrue();
    }

    [Fact]
    public void WhatIsNotUnderstood_IsLoggedOnceForEachAttribute()
    {
        RecordingLogger<FlagEngine> logger = new();
        FlagEngine engine = new(Given.Clock(), new SingleLoggerFactory(logger));
        engine.Publish(Given.Set("{'flags':{'f':{'status':'enabled','rules':[{'name':'r','conditions':{'a':{'op':'nin','value':['x']}}},{'name':'s','conditions':{'b':{'op':'neq','value':1}}}]}}}"));
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = TimeSpan.Zero, ["b"] = new object() });
        for (int i = 0; i < 5; i++)
        {
            engine.IsEnabled("f", context).ShouldBeFalse();
        }

        string[] told = [.. logger.All.Where(static line => line.StartsWith("Warning", StringComparison.Ordinal))];
        told.Length.ShouldBe(2);
        told[0].ShouldContain("attribute a is of type System.TimeSpan, which is not understood");
        told[1].ShouldContain("attribute b is of type System.Object");
    }

    [Fact]
    public void JsonContext_FiftyThousandObjectsDeep_IsRead()
    {
        const int Depth = 50_000;
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(
            string.Concat(Enumerable.Repeat("{\"x\":", Depth)) + "1" + new string('}', Depth), new System.Text.Json.JsonDocumentOptions { MaxDepth = Depth + 1 });
        FlagContext context = FlagContext.From(document.RootElement);
        string path = string.Join('.', Enumerable.Repeat("x", 100));

        Given.Rule($"'conditions':{{'{path}':{{'op':'neq','value':null}}}}").IsEnabled("f", context).ShouldBeTrue();
        Given.Rule($"'conditions':{{'{path}.y':{{'op':'eq','value':null}}}}").IsEnabled("f", context).ShouldBeTrue();
    }
}
