using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.QuotedManifest;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>A rule is never reached where one before it takes all that it could, and a rollout reaches nobody where one before it has taken at least as many by the same bucket.</summary>
public sealed class ReachabilityTests
{
    private const string Never = "AFG1023 'b'";
    private const string Nobody = "AFG1106 'b'";

    /// <summary>The members of rule a, those of rule b after it, and what is told.</summary>
    public static TheoryData<string, string, string> Pairs { get; } = new()
    {
        // Rollouts.
        { "", "", Never },
        { "'rollout_percentage':50", "'rollout_percentage':50", Nobody },
        { "'rollout_percentage':50", "'rollout_percentage':49.999", Nobody },
        { "'rollout_percentage':50", "'rollout_percentage':50.001", "" },
        { "'rollout_percentage':50", "'rollout_percentage':25,'salt':'s'", "" },
        { "'rollout_percentage':50", "'rollout_percentage':25,'bucket_by':'tenant.id'", "" },
        { "'rollout_percentage':50,'bucketing':{'algorithm':'flagd'}", "'rollout_percentage':25,'bucketing':{'algorithm':'flagd'}", Nobody },
        { "'rollout_percentage':50,'bucketing':{'algorithm':'flagd'}", "'rollout_percentage':25,'bucketing':{'algorithm':'unleash'}", "" },
        { "'rollout_percentage':0.001", "'rollout_percentage':0.001", Nobody },
        { "'rollout_percentage':0", "", "" },
        { "'rollout_percentage':0", "'rollout_percentage':0", "" },
        { "'rollout_percentage':50", "'rollout_percentage':0", "" },
        { "'rollout_plan':{'strategy':'percentage','percentage':100}", "", "" },
        { "'rollout_percentage':50", "'rollout_plan':{'strategy':'percentage','percentage':10}", "" },

        // Conditions.
        { "'conditions':{'user.role':'x'}", "'conditions':{'user.role':'y'}", "" },
        { "'conditions':{'user.role':'x'}", "'conditions':{'user.role':'x','user.age':5}", Never },
        { "'conditions':{'user.role':'x','user.age':5}", "'conditions':{'user.role':'x'}", "" },
        { "'conditions':{'user.role':{'op':'in','value':['x','y']}}", "'conditions':{'user.role':{'op':'in','value':['x','y']}}", Never },
        { "'conditions':{'user.role':{'op':'in','value':['x','y']}}", "'conditions':{'user.role':{'op':'in','value':['x','z']}}", "" },
        { "'conditions':{'user.role':{'op':'in','value':['x','y']}}", "'conditions':{'user.role':{'op':'in','value':['z','y']}}", "" },
        { "'conditions':{'user.role':{'op':'eq','value':'x'}}", "'conditions':{'user.role':{'op':'neq','value':'x'}}", "" },
        { "'conditions':{'user.role':{'op':'eq','value':'x','negate':true}}", "'conditions':{'user.role':{'op':'eq','value':'x','ignore_case':true}}", "" },

        // Times.
        { "'active_from':'2027-01-01'", "'active_from':'2027-01-01'", Never },
        { "'active_from':'2027-01-01'", "'active_from':'2026-01-01'", "" },
        { "'active_from':'2027-01-01'", "", "" },
        { "", "'active_from':'2027-01-01'", Never },
        { "'active_until':'2027-01-01'", "'active_until':'2027-01-01'", Never },
        { "'active_until':'2027-01-01'", "'active_until':'2028-01-01'", "" },
        { "'active_until':'2027-01-01'", "", "" },
        { "", "'active_until':'2027-01-01'", Never },
        { "'active_from':'2026-01-01','active_until':'2027-01-01'", "'active_from':'2026-01-01'", "" },
        { "'active_from':'2026-01-01','active_until':'2027-01-01'", "'active_until':'2027-01-01'", "" },
        { "'active_from':'2026-01-01','active_until':'2027-01-01'", "'active_from':'2026-01-01','active_until':'2027-01-01'", Never },

        // Segments, of which any will do, and other flags, all of which must be on or off.
        { "'user_segments':['p','q']", "'user_segments':['q']", Never },
        { "'user_segments':['p']", "'user_segments':['p','q']", "" },
        { "'user_segments':['p']", "'user_segments':['P']", "" },
        { "'required_flags':['p']", "'required_flags':['p']", Never },
        { "'required_flags':['p']", "'required_flags':['p','q']", Never },
        { "'required_flags':['p','q']", "'required_flags':['p']", "" },
        { "'required_flags':['p']", "'required_flags':['q']", "" },
        { "'required_flags':['pQ']", "'required_flags':['pq']", "" },
        { "'required_flags':['p']", "", "" },
        { "", "'required_flags':['p']", Never },
        { "'excluded_flags':['p']", "'excluded_flags':['p','q']", Never },
        { "'excluded_flags':['p']", "'excluded_flags':['q']", "" },
        { "'excluded_flags':['p']", "'required_flags':['p']", "" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Read_TwoRules_SaysWhetherTheSecondIsReached(string first, string second, string expected) =>
        ToldOf($"{Rule("a", first)},{Rule("b", second)}").ShouldBe(expected);

    /// <summary>Each rule is told of once, because of the first that leaves it nobody, wherever before it that one stands.</summary>
    [Theory]
    [InlineData("", "", "", "AFG1023 'b', AFG1023 'c'")]
    [InlineData("'conditions':{'user.role':'x'}", "", "", "AFG1023 'c'")]
    [InlineData("'rollout_percentage':0", "", "'rollout_percentage':50", "AFG1023 'c'")]
    [InlineData("'rollout_percentage':50", "", "'rollout_percentage':80", "AFG1023 'c'")]
    [InlineData("'rollout_percentage':50", "'rollout_percentage':40", "'rollout_percentage':30", "AFG1106 'b', AFG1106 'c'")]
    [InlineData("'rollout_percentage':50", "'rollout_percentage':60", "'rollout_percentage':55", "AFG1106 'c'")]
    [InlineData("'rollout_percentage':50", "'rollout_percentage':40", "", "AFG1106 'b'")]
    public void Read_ThreeRules_TellsOfEachOnce(string first, string second, string third, string expected) =>
        ToldOf($"{Rule("a", first)},{Rule("b", second)},{Rule("c", third)}").ShouldBe(expected);

    private static string Rule(string name, string members) => members.Length == 0 ? $"{{'name':'{name}'}}" : $"{{'name':'{name}',{members}}}";

    private static string ToldOf(string rules) => Told(
        $"{{'segments':{{'p':{{}},'P':{{}},'q':{{}}}},'flags':{{'x':{{'rules':[{rules}]}},'p':{{}},'q':{{}},'pQ':{{}},'pq':{{}}}}}}",
        static error => error.Rule == ManifestRules.Unreachable || error.Rule == ManifestRules.RolloutReachesNobody || error.Rule.Severity == ManifestSeverity.Error);
}
