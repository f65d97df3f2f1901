using static Aurum.FlagGen.Manifest.Tests.Checking.QuotedManifest;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>Two names that differ by case alone are two names, wherever a manifest has any: the engine tells them apart too.</summary>
public sealed class NamesByCaseTests
{
    private const string Arms = "'variants':{'a':50,'b':50},'control_variant':'a'";

    public static TheoryData<string, string> Manifests { get; } = new()
    {
        // Flags that require and exclude one another.
        { Flags("'aB.x':{},'ab.x':{}"), "" },
        { Flags($"'aB':{Requires("'ab'")},'ab':{{}}"), "" },
        { Flags($"'aB':{Requires("'c'")},'ab':{Requires("'c'")},'c':{{}}"), "" },
        { Flags($"'x':{Requires("'aB','ab'")},'aB':{{}},'ab':{Requires("'x'")}"), "AFG1021 'ab'" },
        { Flags($"'aB':{Requires("'c'")},'c':{Requires("'aB'")},'ab':{Requires("'d'")},'d':{Requires("'ab'")}"), "AFG1021 'c', AFG1021 'd'" },
        { Flags("'x':{'rules':[{'name':'r','required_flags':['aB'],'excluded_flags':['ab']}]},'aB':{},'ab':{}"), "" },
        { Flags($"'x':{Requires("'AB'")},'ab':{{}}"), "AFG1020 'AB'" },

        // Attributes, segments and layers.
        { "{'context':{'user.role':'string','userrole':'string'},'flags':{}}", "" },
        { "{'context':{'User.role':'string','user':'string'},'flags':{}}", "" },
        { "{'context':{'user.role':'string'},'flags':{'x':{'rules':[{'name':'r','conditions':{'User.role':'a'}}]}}}", "AFG1015 'User.role'" },
        { "{'segments':{'vip':{}},'flags':{'x':{'rules':[{'name':'r','user_segments':['VIP']}]}}}", "AFG1019 'VIP'" },
        { $"{{'layers':{{'pages':{{}}}},'flags':{{'x':{{'ab_test':{{{Arms},'layer':{{'name':'Pages','from':0,'to':50}}}}}}}}}}", "AFG1027 'Pages'" },

        // Variants, events and what a payload has.
        { Flag("'type':'variant','default_value':'A','variants':['a']"), "AFG1011 'A'" },
        { Flag("'variants':{'on':true,'On':false},'rules':[{'name':'r','variant':'On'}]"), "" },
        { Flag($"'ab_test':{{{Arms},'track_events':['click','Click']}}"), "AFG1008 'x'" },
        { Flag("'type':'object','default_value':{},'payload_schema':{'type':'object','properties':{},'Description':'d'}"), "AFG1032 'Description'" },
        { Flag("'type':'object','default_value':{'a':''},'payload_schema':{'type':'object','properties':{'a':{'type':'string'}},'required':['A']}"), "AFG1032 'A'" },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Read_NamesThatDifferByCaseAlone_AreTwoNames(string manifest, string expected) => Errors(manifest).ShouldBe(expected, manifest);

    private static string Requires(string keys) => $"{{'rules':[{{'name':'r','required_flags':[{keys}]}}]}}";
}
