using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Evaluation;

public class SegmentTests
{
    [Theory]
    [InlineData("premium_users")]
    [InlineData("enterprise_users")]
    [InlineData("beta_testers")]
    [InlineData("internal_users")]
    [InlineData("power_users")]
    [InlineData("new_users")]
    public void PredefinedSegment_NamedByTheContext_HasTheUnit(string segment)
    {
        FlagEngine engine = Given.Rule($"'user_segments':['{segment}']");

        engine.IsEnabled("f", Given.Context($"{{'user_segment':'{segment}'}}")).ShouldBeTrue();
        engine.IsEnabled("f", Given.Context($"{{'user_segments':['nonsense','{segment}']}}")).ShouldBeTrue();
        engine.IsEnabled("f", Given.Context("{'user_segment':'nonsense','user_segments':['other']}")).ShouldBeFalse();
        engine.IsEnabled("f", FlagContext.Empty).ShouldBeFalse();
    }

    [Fact]
    public void AllUsers_Always_HasEverybody()
    {
        FlagEngine engine = Given.Manifest("""
            {'segments':{'all_users':{'exclude':['u']}},'flags':{'f':{'status':'enabled','rules':[{'name':'r','user_segments':['all_users']}]}}}
            """);

        engine.IsEnabled("f", FlagContext.Empty).ShouldBeTrue();
        engine.IsEnabled("f", Given.User("u")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(-720 * 3600, true)]
    [InlineData((-720 * 3600) - 1, false)]
    public void NewUsers_ByCreation_AreThoseOfTheLast30Days(int secondsFromNow, bool expected)
    {
        FlagEngine engine = Given.Rule("'user_segments':['new_users']");
        DateTimeOffset createdAt = Given.Noon.AddSeconds(secondsFromNow);

        engine.IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["user.created_at"] = createdAt })).ShouldBe(expected);
        engine.IsEnabled("f", Given.Context($"{{'user':{{'created_at':'{createdAt:yyyy-MM-ddTHH:mm:ssZ}'}}}}")).ShouldBe(expected);
        engine.IsEnabled("f", Given.Context($"{{'user':{{'created_at':{createdAt.ToUnixTimeMilliseconds()}}}}}")).ShouldBe(expected);
    }

    [Fact]
    public void NewUsers_CreationIsADateAlone_AreByMembershipOnly() =>
        Given.Rule("'user_segments':['new_users']").IsEnabled("f", Given.Context("{'user.created_at':'2026-06-15'}")).ShouldBeFalse();

    [Fact]
    public void NewUsers_ClockMoves_LeavesTheSegment()
    {
        FakeTimeProvider clock = Given.Clock();
        FlagEngine engine = Given.Rule("'user_segments':['new_users']", clock);
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["user.created_at"] = Given.Noon });
        engine.IsEnabled("f", context).ShouldBeTrue();

        clock.Advance(TimeSpan.FromDays(31));

        engine.IsEnabled("f", context).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{'user_id':'in'}", true)]
    [InlineData("{'user_id':'out'}", false)]
    [InlineData("{'user_id':'both'}", false)]
    [InlineData("{'user_id':'out','user_segment':'vips'}", false)]
    [InlineData("{'user_id':'out','plan':'gold'}", false)]
    [InlineData("{'user_id':'x','plan':'gold'}", true)]
    [InlineData("{'user_id':'x','plan':'gold','age':17}", true)]
    [InlineData("{'user_id':'x','plan':'gold','age':16}", false)]
    [InlineData("{'user_id':'x','user_segments':['vips']}", true)]
    [InlineData("{'user_id':42}", true)]
    [InlineData("{'tenant_id':'in'}", false)]
    public void Segment_ExcludeThenMembersThenConditions_Decides(string context, bool expected)
    {
        FlagEngine engine = Given.Manifest("""
            {'segments':{'vips':{'include':['in','both','42'],'exclude':['out','both'],'conditions':{'plan':'gold','age':{'op':'lt','value':17,'negate':true}}}},
             'flags':{'f':{'status':'enabled','bucket_by':'tenant_id','rules':[{'name':'r','user_segments':['vips']}]}}}
            """);

        engine.IsEnabled("f", Given.Context(context)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("u", false)]
    [InlineData("U", true)]
    [InlineData("v", true)]
    public void Segment_ThatOnlyExcludes_LetsTheOthersIn(string id, bool expected) =>
        Given.Manifest("{'segments':{'s':{'exclude':['u'],'conditions':{'plan':'gold'}}},'flags':{'f':{'status':'enabled','rules':[{'name':'r','user_segments':['s']}]}}}")
            .IsEnabled("f", Given.Context($"{{'user_id':'{id}','plan':'gold'}}")).ShouldBe(expected);

    [Theory]
    [InlineData("u", true)]
    [InlineData("U", false)]
    public void Segment_OfMembers_ComparesThemOrdinally(string id, bool expected) =>
        Given.Manifest("{'segments':{'s':{'include':['u']}},'flags':{'f':{'status':'enabled','rules':[{'name':'r','user_segments':['s']}]}}}")
            .IsEnabled("f", Given.User(id)).ShouldBe(expected);

    [Fact]
    public void Segment_WithoutConditions_HasOnlyMembers()
    {
        FlagEngine engine = Given.Manifest("{'segments':{'vips':{'include':['u']}},'flags':{'f':{'status':'enabled','rules':[{'name':'r','user_segments':['vips']}]}}}");

        engine.IsEnabled("f", Given.User("u")).ShouldBeTrue();
        engine.IsEnabled("f", Given.User("v")).ShouldBeFalse();
    }

    [Fact]
    public void PredefinedSegment_GivenConditions_UsesThem()
    {
        FlagEngine engine = Given.Manifest("""
            {'segments':{'power_users':{'conditions':{'user.orders':{'op':'gte','value':50}}}},'flags':{'f':{'status':'enabled','rules':[{'name':'r','user_segments':['power_users']}]}}}
            """);

        engine.IsEnabled("f", Given.Context("{'user':{'orders':50}}")).ShouldBeTrue();
        engine.IsEnabled("f", Given.Context("{'user':{'orders':49}}")).ShouldBeFalse();
    }

    [Fact]
    public void Rule_NamesSeveralSegments_AnyOfThemSuffices()
    {
        FlagEngine engine = Given.Rule("'user_segments':['premium_users','beta_testers']");

        engine.IsEnabled("f", Given.Context("{'user_segment':'beta_testers'}")).ShouldBeTrue();
        engine.IsEnabled("f", Given.Context("{'user_segment':'power_users'}")).ShouldBeFalse();
    }

    [Fact]
    public void Rule_NamesAnUnknownSegmentAmongOthers_IsFaulty()
    {
        FlagEngine engine = Given.Rule("'user_segments':['all_users','ghosts']");

        engine.IsEnabled("f").ShouldBeFalse();
        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("ghosts");
    }

    [Fact]
    public void Segment_WithAFaultyCondition_KeepsItsMembers()
    {
        FlagEngine engine = Given.Engine();
        engine.Publish(new FlagSet
        {
            Version = "1",
            Segments = [new UserSegment { Name = "s", Include = ["u"], Conditions = [new FeatureFlagCondition("a", "in", "x") { Negate = true }] }],
            Flags = [new FeatureFlag { Key = "f", Status = FeatureFlagStatus.Enabled, Rules = [new FeatureFlagRule { Name = "r", UserSegments = ["s"] }] }],
        });

        engine.IsEnabled("f", Given.User("u")).ShouldBeTrue();
        engine.IsEnabled("f", Given.User("v")).ShouldBeFalse();
        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("'s'");
    }
}
