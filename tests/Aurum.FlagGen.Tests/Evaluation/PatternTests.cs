using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public class PatternTests
{
    [Fact]
    public void Pattern_ThatWouldBacktrackForEver_IsBounded()
    {
        FlagEngine engine = Given.Rule("'conditions':{'a':{'op':'regex','value':'^(a+)+$'}}");
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = new string('a', 100_000) + "!" });

        long start = Stopwatch.GetTimestamp();
        bool first = engine.IsEnabled("f", context);

        // The first 2,048 characters are all 'a': the rest is not looked at.
        first.ShouldBeTrue();
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    /// <summary>An engine that backtracks needs some 2^2,000 steps to find that it does not match.</summary>
    [Fact]
    public void Pattern_ThatFailsAtTheEnd_IsLinear() =>
        Given.Rule("'conditions':{'a':{'op':'regex','value':'^(a+)+$'}}")
            .IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = new string('a', 2_000) + "!" }))
            .ShouldBeFalse();

    [Fact]
    public void Pattern_ThatIsWrittenTwice_MatchesBothTimes()
    {
        FlagEngine engine = Given.Flags("""
            'f':{'status':'enabled','rules':[{'name':'r','conditions':{'a':{'op':'regex','value':'^x'},'b':{'op':'regex','value':'^x'}}}]},
            'g':{'status':'enabled','rules':[{'name':'r','conditions':{'b':{'op':'regex','value':'^x'}}}]}
            """);

        engine.IsEnabled("f", Given.Context("{'a':'x1','b':'x2'}")).ShouldBeTrue();
        engine.IsEnabled("f", Given.Context("{'a':'x1','b':'y'}")).ShouldBeFalse();
        engine.IsEnabled("g", Given.Context("{'b':'x2'}")).ShouldBeTrue();
    }

    /// <summary>In Turkish, I is no capital of i.</summary>
    [Fact]
    public void Pattern_ThatIgnoresCase_DoesSoInNoCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

            Given.Rule("'conditions':{'a':{'op':'regex','value':'^ID$','ignore_case':true}}").IsEnabled("f", Given.Context("{'a':'id'}")).ShouldBeTrue();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Pattern_PastItsTime_DoesNotMatchAndIsCounted()
    {
        long counted = 0;
        using MeterListener meters = new();
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlagGenDiagnostics.MeterName && instrument.Name == FlagGenDiagnostics.PatternTimeoutsName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };

        // It is called on the thread that counts; the other tests' patterns are counted on theirs.
        int thread = Environment.CurrentManagedThreadId;
        meters.SetMeasurementEventCallback<long>((_, measurement, _, _) => counted += Environment.CurrentManagedThreadId == thread ? measurement : 0);
        meters.Start();

        // The backtracking engine is the one that is sure to need longer: some 2^2,000 steps.
        TextPatterns patterns = new([new Regex("^(a+)+$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(20)), new Regex("b")], FlagEngine.CountPatternTimeout);

        patterns.Matches(new string('a', 2_000) + "!").ShouldBeFalse();
        counted.ShouldBe(1);
        patterns.Matches(new string('a', 2_000) + "b").ShouldBeTrue();
    }

    /// <summary>The first match of a pattern builds its automaton, which takes longer than any later one.</summary>
    [Theory]
    [InlineData(".{1000}", true)]
    [InlineData("(?i)[a-zà-ÿ]{1000}", true)]
    [InlineData("a{0,1000}$", true)]
    [InlineData(".{0,999}x", false)]
    [InlineData("([ab]*a[ab]{6}){6}c", false)]
    public void Pattern_TheFirstTime_AnswersAsEverAfter(string pattern, bool expected)
    {
        FlagEngine engine = new(Given.Clock());
        engine.Publish(Given.Set($"{{'flags':{{'f':{{'status':'enabled','rules':[{{'name':'r','conditions':{{'a':{{'op':'regex','value':'{pattern}'}}}}}}]}}}}}}"));
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = string.Concat(Enumerable.Range(0, 2_100).Select(static i => Letter(i))) });

        engine.Faults.ShouldBeEmpty();
        Enumerable.Range(0, 5).Select(_ => engine.IsEnabled("f", context)).ShouldBe(Enumerable.Repeat(expected, 5));

        static char Letter(int i) => i * i % 7 < 3 ? 'a' : 'b';
    }

    [Theory]
    [InlineData(2_047, true)]
    [InlineData(2_048, false)]
    public void Pattern_LongText_SeesTheFirst2048Characters(int before, bool expected) =>
        Given.Rule("'conditions':{'a':{'op':'regex','value':'x'}}")
            .IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = new string('a', before) + "x" }))
            .ShouldBe(expected);

    [Theory]
    [InlineData(1_000, 0)]
    [InlineData(1_001, 1)]
    public void Pattern_OfMoreThan1000Characters_IsAFault(int length, int faults) =>
        Given.Rule($"'conditions':{{'a':{{'op':'regex','value':'{new string('a', length)}'}}}}").Faults.Count.ShouldBe(faults);

    [Fact]
    public void Patterns_PastTheTwentieth_AreFaultsInRuleOrder()
    {
        string nineteen = string.Join(',', Enumerable.Range(0, 19).Select(static i => $"'p{i}'"));
        FlagEngine engine = Given.Flags("""
            'f':{'status':'enabled','rules':[
              {'name':'nineteen','conditions':{'a':{'op':'regex','value':[NINETEEN]}}},
              {'name':'twentieth','conditions':{'a':{'op':'regex','value':'twenty'}}},
              {'name':'two','conditions':{'a':{'op':'regex','value':['p20','p21']}}},
              {'name':'last','conditions':{'a':{'op':'regex','value':'last'}}}]}
            """.Replace("NINETEEN", nineteen, StringComparison.Ordinal));

        engine.Faults.Select(static fault => fault.RuleName).ShouldBe(["two", "last"]);
        engine.Evaluate("f", Given.Context("{'a':'twenty'}")).RuleName.ShouldBe("twentieth");
        engine.IsEnabled("f", Given.Context("{'a':'last'}")).ShouldBeFalse();
    }

    [Fact]
    public void Pattern_ThatNoBuildWouldTake_IsAFaultInTheEngineToo() =>
        Given.Rule("'conditions':{'a':{'op':'regex','value':'(\\\\w{1,20}\\\\W?){45}$'}}").Faults.ShouldHaveSingleItem().Message.ShouldContain("steps");

    [Theory]
    [InlineData("'(?<!x)y'")]
    [InlineData("'(a)\\\\1'")]
    [InlineData("'(?>a)'")]
    public void Pattern_WithARefusedConstruct_IsAFault(string pattern) =>
        Given.Rule($"'conditions':{{'a':{{'op':'regex','value':{pattern}}}}}").Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
}
