using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Every member of a rule and of its plan, one at a time: the check of unreachable rules, the compiled rule and the graph of flags each take notice of it.</summary>
public class RuleMembersTests
{
    /// <summary>For each member a rule that keeps a user without attributes out by that member alone, if it is one that can. Who adds a member adds a line here.</summary>
    private static readonly Dictionary<string, string> Rules = new()
    {
        ["name"] = "",
        ["description"] = "'description':'words'",
        ["conditions"] = "'conditions':{'user.plan':'free'}",
        ["rollout_percentage"] = "'rollout_percentage':0",
        ["rollout_plan"] = "'rollout_plan':{'strategy':'percentage','percentage':0}",
        ["user_segments"] = "'user_segments':['free']",
        ["required_flags"] = "'required_flags':['off']",
        ["excluded_flags"] = "'excluded_flags':['on']",
        ["active_from"] = "'active_from':'2026-06-16T00:00:00Z'",
        ["active_until"] = "'active_until':'2026-06-15T00:00:00Z'",
        ["salt"] = "'salt':'other'",
        ["bucket_by"] = "'bucket_by':'tenant.id'",
        ["bucketing"] = "'bucketing':{'algorithm':'unleash','group':'other'}",
        ["value"] = "'value':true",
        ["variant"] = "'variant':'yes'",
        ["split"] = "'split':{'yes':100}",
        ["strategy"] = "'rollout_plan':{'strategy':'percentage','percentage':0}",
        ["percentage"] = "'rollout_plan':{'strategy':'percentage','percentage':0}",
        ["start_percentage"] = Gradual("'start_percentage':1"),
        ["end_percentage"] = Gradual("'end_percentage':50"),
        ["step_percentage"] = Gradual(""),
        ["step_interval_hours"] = Gradual(""),
        ["start_time"] = Gradual(""),
        ["end_time"] = "'rollout_plan':{'strategy':'scheduled','end_time':'2026-06-15T00:00:00Z'}",
        ["user_segments of a plan"] = "'rollout_plan':{'strategy':'targeted','user_segments':['free']}",
        ["required_flags of a plan"] = "'rollout_plan':{'strategy':'targeted','required_flags':['off']}",
        ["guard"] = "'rollout_plan':{'strategy':'percentage','percentage':0,'guard':{'event':'e','max_rate':1,'min_units':1,'on_breach':'stop'}}",
    };

    public static TheoryData<string> Members =>
    [
        .. RuleMembers.Table.Members.Select(static member => member.Name),
        .. RolloutPlanMembers.Table.Members.Select(static member => RuleMembers.Table.Find(member.Name) is null ? member.Name : member.Name + " of a plan"),
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void Reachability_RuleBeforeAnother_TakesAllOnlyWithoutMembersThatKeepOut(string member) =>
        IsTold(ManifestRules.Unreachable, $"{{'name':'a'{Rule(member)}}},{{'name':'b'}}").ShouldBe(!KeepsOut(member));

    [Theory]
    [MemberData(nameof(Members))]
    public void Reachability_RuleWithTheSameShare_ReachesNobodyOnlyInTheSameBucket(string member)
    {
        bool isShare = PartOf(member) == RulePart.Share;
        string rules = $"{{'name':'a','rollout_percentage':50}},{{'name':'b'{(isShare ? "" : ",'rollout_percentage':50")}{Rule(member)}}}";

        IsTold(ManifestRules.RolloutReachesNobody, rules).ShouldBe(!isShare && PartOf(member) != RulePart.Bucket);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Engine_RuleWithOneMember_KeepsOutWhomItDoesNotMean(string member)
    {
        FlagEngine engine = Given.Manifest(Manifest($"{{'name':'a'{Rule(member)}}}"));

        engine.Faults.ShouldBeEmpty();
        (engine.Evaluate("f").RuleName == "a").ShouldBe(!KeepsOut(member));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Graph_RuleThatNamesAFlag_NeedsIt(string member)
    {
        FeatureFlag[] flags = [.. Given.Set(Manifest($"{{'name':'a'{Rule(member)}}}")).Flags];
        FlagGraph graph = new(flags, Enumerable.Range(0, flags.Length).ToDictionary(index => flags[index].Key));

        graph.NeedsOthers(graph.IndexOf("f")).ShouldBe(Rules[member].Contains("['on']", StringComparison.Ordinal) || Rules[member].Contains("['off']", StringComparison.Ordinal));
    }

    private static string Gradual(string more) =>
        $"'rollout_plan':{{'strategy':'gradual','step_percentage':1,'step_interval_hours':1,'start_time':'2026-06-16T00:00:00Z'{(more.Length > 0 ? "," + more : "")}}}";

    private static string Rule(string member) => Rules[member].Length > 0 ? "," + Rules[member] : "";

    private static RulePart PartOf(string member) => RuleMembers.Table.Find(member) is RuleMember own ? own.Part : RulePart.Share;

    private static bool KeepsOut(string member) => PartOf(member) is RulePart.Audience or RulePart.Share;

    private static bool IsTold(ManifestRule rule, string rules)
    {
        FlagManifest manifest = ManifestReader.Read(Given.Json(Manifest(rules)), TestContext.Current.CancellationToken);

        manifest.Errors.Where(static error => error.Rule.Severity == ManifestSeverity.Error).ShouldBeEmpty();
        return manifest.Errors.Any(error => error.Rule == rule);
    }

    private static string Manifest(string rules) => $$$"""
        {'context':{'user.plan':'string','tenant.id':'string'},'segments':{'free':{'conditions':{'user.plan':'free'} } },'flags':{
        'on':{'status':'enabled','default_value':true},'off':{'status':'enabled','default_value':false,'permanent':true},
        'f':{'status':'enabled','variants':{'yes':true,'no':false},'rules':[{{{rules}}}]} } }
        """;
}
