using System.Text.Json;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

public class ExplainTests
{
    private static readonly FlagEngine Engine = Given.Manifest("""
        {'layers':{'page':{}},'flags':{
          'base':{'status':'enabled','default_value':true},
          'dashboard_widget':{'status':'enabled','rules':[
            {'name':'time','active_from':'2027-01-01'},
            {'name':'everything','user_segments':['premium_users','power_users'],'required_flags':['base'],'conditions':{'user.role':{'op':'in','value':['admin','premium']},'user.age':{'op':'gte','value':40}}},
            {'name':'share','rollout_percentage':10.817},
            {'name':'more','rollout_percentage':10.818}]},
          'faulty':{'status':'enabled','rules':[{'name':'r','user_segments':['ghosts']}]},
          'test':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','end_date':'2026-06-15','layer':{'name':'page','from':0,'to':50}}}}}
        """);

    private static readonly FlagContext User = Given.Context("{'user_id':'user123','user':{'role':'premium','age':34},'user_segments':['power_users']}");

    [Fact]
    public void Text_OfADecision_TellsEveryStep() =>
        Engine.Explain("dashboard_widget", User).ToString().ShouldBe("""
            dashboard_widget is on: true, SPLIT
              from the store, version 0 in set 1; enabled
              rule 0 'time' does not match: it is not the time
                - time from 2027-01-01T00:00:00Z: it is 2026-06-15T12:00:00Z
              rule 1 'everything' does not match: the condition on user.age does not hold
                - segment premium_users: neither a member nor meeting the conditions
                + segment power_users: named by the context
                + flag base must be on
                  base is on: true, STATIC
                    from the store, version 0 in set 1; enabled
                + user.role in ["admin","premium"]: it is "premium"
                - user.age gte 40: it is 34
              rule 2 'share' does not match: the unit is outside the rollout
                - 10.817 %: user_id user123 has bucket 10.817 %
              rule 3 'more' matches
                + 10.818 %: user_id user123 has bucket 10.817 %
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Text_OfATestThatHasEnded_SaysWhyTheControlIsGiven() =>
        Engine.Explain("test", User).ToString().ShouldBe("""
            test is off: "c", variant c, DEFAULT
              from the store, version 0 in set 1; enabled
              test gives the control: it has ended
                - time until 2026-06-15T00:00:00Z: it is 2026-06-15T12:00:00Z
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Text_OfAFaultyRule_NamesTheFault() =>
        Engine.Explain("faulty", User).ToString().ShouldContain("rule 0 'r' never matches: It names the segment 'ghosts', which does not exist.");

    [Fact]
    public void Explanation_AsJson_HasTheSameFacts()
    {
        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(Engine.Explain("dashboard_widget", User)));

        json.RootElement.GetProperty("Value").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("Rules")[1].GetProperty("Conditions")[0].GetProperty("Expected")[1].GetString().ShouldBe("premium");
        json.RootElement.GetProperty("Rules")[1].GetProperty("Conditions")[1].GetProperty("Actual").GetString().ShouldBe("34");
        json.RootElement.GetProperty("Rules")[3].GetProperty("Rollout").GetProperty("Bucket").GetDouble().ShouldBe(10.817);
    }

    [Fact]
    public void Rules_AfterTheOneThatDecided_AreNotTold() =>
        Given.Flags("'f':{'status':'enabled','rules':[{'name':'first'},{'name':'second'}]}").Explain("f").Rules.ShouldHaveSingleItem().Name.ShouldBe("first");
}
