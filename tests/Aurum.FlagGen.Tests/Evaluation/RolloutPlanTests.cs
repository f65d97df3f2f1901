using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>With the salt "dashboard_widget" the bucket of user123 is 10817 of 100000.</summary>
public class RolloutPlanTests
{
    private const string Gradual = "'rollout_plan':{'strategy':'gradual','start_percentage':5,'end_percentage':12,'step_percentage':2.5,'step_interval_hours':24,'start_time':'2026-06-15T12:00:00Z'}";

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 5)]
    [InlineData(23, 5)]
    [InlineData(24, 7.5)]
    [InlineData(48, 10)]
    [InlineData(72, 12)]
    [InlineData(24_000_000, 12)]
    public void Gradual_AtAnHour_StandsAtTheStep(int hour, double percentage)
    {
        FlagExplanation explanation = Flag(Gradual, Given.Noon.AddHours(hour)).Explain("f", Given.User("user123"));

        explanation.Rules[0].Rollout.ShouldNotBeNull().Percentage.ShouldBe(percentage);
        explanation.IsOn.ShouldBe(10.817 < percentage);
    }

    [Fact]
    public void Gradual_OverItsWholeTime_OnlyEverAddsPeople()
    {
        FakeTimeProvider clock = new(Given.Noon.AddHours(-30));
        FlagEngine engine = Given.Flags(
            "'f':{'status':'enabled','rules':[{'name':'r','rollout_plan':{'strategy':'gradual','start_percentage':1,'end_percentage':100,'step_percentage':9,'step_interval_hours':5,'start_time':'2026-06-15T12:00:00Z'}}]}",
            clock);
        HashSet<string> before = [];
        for (int step = 0; step < 24; step++, clock.Advance(TimeSpan.FromHours(5)))
        {
            HashSet<string> now = [.. Enumerable.Range(0, 500).Select(static i => $"u{i}").Where(user => engine.IsEnabled("f", Given.User(user)))];
            now.IsSupersetOf(before).ShouldBeTrue();
            before = now;
        }

        before.Count.ShouldBe(500);
        engine.Evaluate("f", Given.User("u0")).Reason.ShouldBe(EvaluationReason.TargetingMatch);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    public void Scheduled_StartIsIncludedAndEndIsNot(int second, bool expected) =>
        Flag("'rollout_plan':{'strategy':'scheduled','start_time':'2026-06-15T12:00:00Z','end_time':'2026-06-15T13:00:00Z'}", Given.Noon.AddSeconds(second))
            .IsEnabled("f", Given.User("anybody")).ShouldBe(expected);

    [Theory]
    [InlineData(10.817, false)]
    [InlineData(10.818, true)]
    public void Scheduled_WithAPercentage_LetsThatShareIn(double percentage, bool expected) =>
        Flag(FormattableString.Invariant($"'rollout_plan':{{'strategy':'scheduled','start_time':'2026-06-15T12:00:00Z','percentage':{percentage}}}"), Given.Noon)
            .IsEnabled("f", Given.User("user123")).ShouldBe(expected);

    [Theory]
    [InlineData("{'user_id':'user123','user_segment':'beta_testers','ready':true}", true)]
    [InlineData("{'user_id':'user123','user_segment':'beta_testers'}", false)]
    [InlineData("{'user_id':'user123','ready':true}", false)]
    [InlineData("{'user_id':'user-1','user_segment':'beta_testers','ready':true}", false)]
    public void Targeted_SegmentFlagsAndPercentage_MustAllHold(string context, bool expected) =>
        Given.Flags("""
            'ready':{'status':'enabled','rules':[{'name':'r','conditions':{'ready':true}}]},
            'f':{'status':'enabled','salt':'dashboard_widget','rules':[{'name':'r','rollout_plan':
              {'strategy':'targeted','user_segments':['power_users','beta_testers'],'required_flags':['ready'],'percentage':10.818}}]}
            """).IsEnabled("f", Given.Context(context)).ShouldBe(expected);

    [Fact]
    public void Plan_BesideAFixedPercentage_ReplacesIt() =>
        Flag("'rollout_percentage':0,'rollout_plan':{'strategy':'percentage','percentage':10.818}", Given.Noon).IsEnabled("f", Given.User("user123")).ShouldBeTrue();

    [Theory]
    [InlineData(50, 40, 1, 1)]
    [InlineData(0, 50, -1, 1)]
    [InlineData(0, 50, 1, 0)]
    [InlineData(0, 101, 1, 1)]
    [InlineData(double.NaN, 50, 1, 1)]
    public void Gradual_WithNumbersThatMakeNoPlan_IsAFault(double start, double end, double step, double hours)
    {
        FlagEngine engine = Given.Engine();
        RolloutPlan plan = new()
        {
            Strategy = RolloutStrategy.Gradual,
            StartPercentage = start,
            EndPercentage = end,
            StepPercentage = step,
            StepIntervalHours = hours,
            StartTime = Given.Noon,
        };
        engine.Publish(new FlagSet
        {
            Version = "1",
            Flags = [new FeatureFlag { Key = "f", Status = FeatureFlagStatus.Enabled, Rules = [new FeatureFlagRule { Name = "r", RolloutPlan = plan }] }],
        });

        engine.Faults.ShouldHaveSingleItem().RuleName.ShouldBe("r");
        engine.IsEnabled("f", Given.User("u")).ShouldBeFalse();
    }

    [Fact]
    public void Plan_OfAnUnknownStrategy_IsAFault()
    {
        FlagEngine engine = Given.Engine();
        RolloutPlan plan = new() { Strategy = (RolloutStrategy)99, Percentage = 100 };
        engine.Publish(new FlagSet
        {
            Version = "1",
            Flags = [new FeatureFlag { Key = "f", Status = FeatureFlagStatus.Enabled, Rules = [new FeatureFlagRule { Name = "r", RolloutPlan = plan }] }],
        });

        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("99");
        engine.IsEnabled("f", Given.User("u")).ShouldBeFalse();
    }

    private static FlagEngine Flag(string members, DateTimeOffset now) =>
        Given.Flags($"'f':{{'status':'enabled','salt':'dashboard_widget','rules':[{{'name':'r',{members}}}]}}", new FakeTimeProvider(now));
}
