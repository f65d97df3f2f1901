namespace Aurum.FlagGen.Tests.Evaluation;

public class DependencyTests
{
    [Theory]
    [InlineData("'required_flags':['on']", true)]
    [InlineData("'required_flags':['off']", false)]
    [InlineData("'required_flags':['on','off']", false)]
    [InlineData("'excluded_flags':['on']", false)]
    [InlineData("'excluded_flags':['off']", true)]
    [InlineData("'required_flags':['on'],'excluded_flags':['off']", true)]
    [InlineData("'required_flags':['treatment']", true)]
    [InlineData("'required_flags':['control']", false)]
    [InlineData("'excluded_flags':['control']", true)]
    public void Rule_NeedsFlags_AsTheyAre(string members, bool expected) =>
        Given.Flags($$"""
            'on':{'status':'enabled','default_value':true},
            'off':{'status':'disabled','default_value':true},
            'treatment':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':0,'t':100},'control_variant':'c'} },
            'control':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':100,'t':0},'control_variant':'c'} },
            'f':{'status':'enabled','rules':[{'name':'r',{{members}}}]}
            """).IsEnabled("f").ShouldBe(expected);

    [Theory]
    [InlineData("'required_flags':['ghost']")]
    [InlineData("'excluded_flags':['ghost']")]
    [InlineData("'rollout_plan':{'strategy':'targeted','required_flags':['ghost']}")]
    public void Rule_NeedsAnUnknownFlag_IsFaulty(string members)
    {
        FlagEngine engine = Given.Rule(members);

        engine.IsEnabled("f").ShouldBeFalse();
        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("'ghost'");
    }

    [Fact]
    public void Cycle_OfThreeFlags_OnlyItsRulesNeverMatch()
    {
        FlagEngine engine = Given.Flags("""
            'a':{'status':'enabled','rules':[{'name':'cyclic','required_flags':['b']},{'name':'sound','conditions':{'x':1}}]},
            'b':{'status':'disabled','rules':[{'name':'cyclic','excluded_flags':['c']}]},
            'c':{'status':'enabled','default_value':true,'rules':[{'name':'cyclic','value':false,'rollout_plan':{'strategy':'targeted','required_flags':['a']}}]},
            'outside':{'status':'enabled','rules':[{'name':'r','required_flags':['c']}]}
            """);

        engine.IsEnabled("a").ShouldBeFalse();
        engine.Evaluate("a", Given.Context("{'x':1}")).RuleName.ShouldBe("sound");
        engine.IsEnabled("c").ShouldBeTrue();
        engine.IsEnabled("outside").ShouldBeTrue();
        engine.Faults.Select(static fault => fault.FlagKey).ShouldBe(["a", "b", "c"], ignoreOrder: true);
        engine.Faults.Single(static fault => fault.FlagKey == "a").Message.ShouldContain("a → b → c → a");
    }

    [Fact]
    public void Cycle_OfOneFlag_IsOne()
    {
        FlagEngine engine = Given.Rule("'excluded_flags':['f']");

        engine.IsEnabled("f").ShouldBeFalse();
        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("f → f");
    }

    [Fact]
    public void Cycle_OfTwentyFlags_IsToldByItsBeginning() =>
        Given.Flags(Ring(20)).Faults.Single(static fault => fault.FlagKey == "d3").Message
            .ShouldEndWith("which leads back to 'd3': d3 → d4 → d5 → d6 → d7 → d8 → d9 → d10 → d11 → … → d3.");

    [Fact]
    public void Cycle_TooLongToBeFollowed_IsToldWithoutItsWay() =>
        Given.Flags(Ring(300)).Faults.Single(static fault => fault.FlagKey == "d3").Message.ShouldEndWith("which leads back to 'd3'.");

    [Fact]
    public void Cycle_OfThousandsOfFlags_IsAFaultOfEachInFewWords()
    {
        FlagEngine engine = Given.Flags(Ring(3_000));

        engine.Faults.Count.ShouldBe(3_000);
        engine.Faults.ShouldAllBe(static fault => fault.Message.Length < 500);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Chain_OfFlagsBelowAFlag_MayHave32(int below, bool expected)
    {
        FlagEngine engine = Given.Flags(Chain(below));

        engine.IsEnabled("f0").ShouldBe(expected);
        engine.IsEnabled("f1").ShouldBeTrue();
        engine.Faults.Count.ShouldBe(expected ? 0 : 1);
    }

    [Fact]
    public void Chain_OfThousands_EndsInFaultsAndNotInTheStack()
    {
        FlagEngine engine = Given.Flags(Chain(20_000));

        engine.Faults.Count.ShouldBe(20_000 - 32);
        engine.IsEnabled("f0").ShouldBeFalse();
        engine.IsEnabled("f19968").ShouldBeTrue();
    }

    [Fact]
    public void Diamonds_OnTopOfEachOther_AreDecidedOnceEach()
    {
        // Without memory the 30 diamonds would ask the last flag 2^30 times.
        CountingContext context = new();
        FlagEngine engine = Given.Flags(Diamonds(30));

        engine.IsEnabled("d0", context).ShouldBeTrue();
        context.Reads.ShouldBe(1);
    }

    [Fact]
    public void Diamonds_EvaluatedAllAtOnce_AreDecidedOnceForAll()
    {
        // The last flag decides once for those that need it, and once as itself.
        CountingContext context = new();
        FlagEngine engine = Given.Flags(Diamonds(30));

        engine.EvaluateAll(context).Take(31).ShouldAllBe(static evaluation => evaluation.Value.AsBoolean);
        context.Reads.ShouldBe(2);
    }

    [Fact]
    public void Diamonds_EvaluatedAllAtOnceForSeveral_AreForgottenInBetween()
    {
        FlagEngine engine = Given.Flags(Diamonds(200));

        foreach (bool isOn in (bool[])[true, false, true])
        {
            FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = isOn ? 1 : 2 });
            engine.EvaluateAll(context).Take(201).Skip(200 - 30).ShouldAllBe(evaluation => evaluation.Value.AsBoolean == isOn);
        }
    }

    [Fact]
    public void Diamonds_Explained_AreToldOnceEach()
    {
        FlagEngine engine = Given.Flags(Diamonds(30));

        FlagExplanation explanation = engine.Explain("d0", new CountingContext());

        explanation.IsOn.ShouldBeTrue();
        explanation.ToString().Split('\n').Length.ShouldBeLessThan(1_000);
        explanation.ToString().ShouldContain("as told above");
    }

    [Fact]
    public void SharedFlag_NeededByManyRulesOfALargeSet_IsDecidedOnce()
    {
        // More shared flags than the stack's memory holds.
        string shared = string.Concat(Enumerable.Range(0, 400).Select(static i => $"'s{i}':{{'status':'enabled','rules':[{{'name':'r','conditions':{{'a':1}}}}]}},"));
        string keys = string.Join(',', Enumerable.Range(0, 400).Select(static i => $"'s{i}'"));
        string flag = $"'f':{{'status':'enabled','rules':[{{'name':'r1','required_flags':[{keys}],'conditions':{{'b':1}}}},{{'name':'r2','required_flags':[{keys}]}}]}}";
        CountingContext context = new();

        Given.Flags(shared + flag).IsEnabled("f", context).ShouldBeTrue();

        context.Reads.ShouldBe(400);
    }

    /// <summary>The memory for many shared flags comes from a pool, with what lay in it.</summary>
    [Fact]
    public void SharedFlags_OfALargeSet_AreDecidedAnewForEachContext()
    {
        string shared = string.Concat(Enumerable.Range(0, 400).Select(static i => $"'s{i}':{{'status':'enabled','rules':[{{'name':'r','conditions':{{'a':1}}}}]}},"));
        string keys = string.Join(',', Enumerable.Range(0, 400).Select(static i => $"'s{i}'"));
        FlagEngine engine = Given.Flags(shared + $"'f':{{'status':'enabled','rules':[{{'name':'r1','required_flags':[{keys}],'conditions':{{'b':1}}}},{{'name':'r2','required_flags':[{keys}]}}]}}");

        for (int i = 0; i < 4; i++)
        {
            engine.IsEnabled("f", Given.Context("{'a':1}")).ShouldBeTrue();
            engine.IsEnabled("f", Given.Context("{'a':2}")).ShouldBeFalse();
        }
    }

    [Fact]
    public void RequiredFlag_LacksItsKey_DoesNotMarkTheFlagThatNeedsIt()
    {
        FlagEngine engine = Given.Flags("""
            'base':{'status':'enabled','rules':[{'name':'r','rollout_percentage':50}]},
            'f':{'status':'enabled','rules':[{'name':'r','required_flags':['base']}]}
            """);

        engine.Evaluate("base").ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);
        engine.Evaluate("f").ErrorCode.ShouldBe(EvaluationErrorCode.None);
    }

    [Fact]
    public void RequiredFlag_ReadsTheClock_SoDoesTheFlagThatNeedsIt()
    {
        Microsoft.Extensions.Time.Testing.FakeTimeProvider clock = Given.Clock();
        FlagEngine engine = Given.Flags("""
            'base':{'status':'enabled','rules':[{'name':'r','active_until':'2026-06-15T13:00:00Z'}]},
            'f':{'status':'enabled','rules':[{'name':'r','required_flags':['base']}]}
            """, clock);
        engine.IsEnabled("f").ShouldBeTrue();

        clock.Advance(TimeSpan.FromHours(1));

        engine.IsEnabled("f").ShouldBeFalse();
    }

    private static string Chain(int below) => string.Join(
        ',',
        Enumerable.Range(0, below)
            .Select(static i => $"'f{i}':{{'status':'enabled','rules':[{{'name':'r','required_flags':['f{i + 1}']}}]}}")
            .Append($"'f{below}':{{'status':'enabled','default_value':true}}"));

    private static string Diamonds(int count) => string.Join(
        ',',
        Enumerable.Range(0, count)
            .Select(static i => $"'d{i}':{{'status':'enabled','rules':[{{'name':'no','required_flags':['d{i + 1}'],'conditions':{{'b':1}}}},{{'name':'yes','required_flags':['d{i + 1}']}}]}}")
            .Append($"'d{count}':{{'status':'enabled','rules':[{{'name':'r','conditions':{{'a':1}}}}]}}"));

    private static string Ring(int count) => string.Join(
        ',', Enumerable.Range(0, count).Select(i => $"'d{i}':{{'status':'enabled','rules':[{{'name':'r','required_flags':['d{(i + 1) % count}']}}]}}"));

    /// <summary>Counts how often the attribute <c>a</c> is read.</summary>
    private sealed class CountingContext : FlagContext
    {
        private static readonly FlagContextSchema Attributes = new("a");

        public int Reads { get; private set; }

        protected internal override FlagContextSchema Schema => Attributes;

        protected internal override AttributeValue GetAttribute(int index)
        {
            Reads++;
            return AttributeValue.From(1L);
        }
    }
}
