using Aurum.FlagGen.Manifest.Model;
using static Aurum.FlagGen.Manifest.Tests.Checking.QuotedManifest;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>What lies beside the cases of the rules: both sides of each limit, members in every place where they may stand, and faults that must not hide or repeat others. Mutation testing asked for them.</summary>
public sealed class CheckerEdgeTests
{
    private const string Arms = "'variants':{'a':50,'b':50},'control_variant':'a'";
    private const string InLayer = "'ab_test':{" + Arms + ",'layer':{'name':'l','from':0,'to':100}}";

    /// <summary>Manifests with single quotes, and what is found: the rule, and what it points at.</summary>
    public static TheoryData<string, string> Manifests { get; } = new()
    {
        // Tests.
        { Flag($"'type':'variant','default_value':'a','ab_test':{{{Arms},'track_events':5}}"), "AFG1005 5" },
        { Flag($"'type':'variant','default_value':'a','ab_test':{{{Arms},'track_events':['click','click']}}"), "AFG1003 'click'" },
        { Flag($"'type':'variant','default_value':'a','ab_test':{{{Arms},'bucket_by':5}}"), "AFG1005 5" },
        { Flag("'ab_test':{'control_variant':'a'}"), "AFG1006 {" },
        { Flag("'ab_test':{'variants':5,'control_variant':'a'}"), "AFG1005 5" },
        { Flag("'type':'integer','default_value':1,'variants':{'small':1,'large':2},'ab_test':{'variants':{'small':50,'huge':50},'control_variant':'small'}"), "AFG1011 'huge'" },
        { Flag("'type':'integer','default_value':1,'ab_test':{'variants':{'small':50,'large':50},'control_variant':'small'}"), "AFG1011 'small', AFG1011 'large'" },
        { Flag("'type':'string','default_value':'x','ab_test':{'variants':{'small':50,'large':50},'control_variant':'small'}"), "AFG1011 'small', AFG1011 'large'" },
        { Flag("'variants':{'on':true},'ab_test':{'variants':{'on':50,'off':50},'control_variant':'on'}"), "AFG1011 'off'" },
        { Flag("'ab_test':{'variants':{'on':50,'off':50},'control_variant':'off'}"), "" },
        { Flag("'ab_test':{'variants':{'on':50,'9off':50},'control_variant':'on'}"), "AFG1007 '9off'" },
        { Flag("'type':'variant','default_value':'a','ab_test':{'variants':{'a':50,'A':50},'control_variant':'A'}"), "AFG1008 'x'" },
        { Flag("'ab_test':{'variants':{'on':50,'off':50},'control_variant':'Off'}"), "AFG1011 'Off'" },

        { InContext($"'ab_test':{{{Arms},'bucket_by':'tenant.id'}}"), "AFG1015 'tenant.id'" },
        { InContext($"'ab_test':{{{Arms},'bucket_by':'user_id'}}"), "" },
        { Flag($"'type':'variant','default_value':'c','ab_test':{{{Arms}}}"), "AFG1011 'c'" },
        { Flag($"'ab_test':{{{Arms},'track_events':[5,'click','click']}}"), "AFG1005 5, AFG1003 'click'" },
        { "{'layers':{'l':{}},'flags':{'x':{" + InLayer + "}}}", "" },
        { "{'layers':{'l':5},'flags':{'x':{" + InLayer + "}}}", "AFG1005 5" },

        // Names in C#.
        { Flags("'x.y':{'ab_test':{'variants':{'a':50,'b':50},'control_variant':'a','track_events':['e']}},'x_y':{'ab_test':{'variants':{'a':50,'b':50},'control_variant':'a','track_events':['e']}}"), "AFG1008 'x_y'" },
        { Flag("'type':'variant','default_value':'aB','variants':['aB','ab']"), "" },
        { Flags("'a':{'type':'variant','default_value':'p','variants':['p'],'accessor':'Same'},'b':{'type':'variant','default_value':'p','variants':['p'],'accessor':'Same'}"), "AFG1008 'Same'" },
        { Flags("'a.is_enabled.b':{},'a':{}"), "AFG1008 'a.is_enabled.b'" },
        { Flags("'a.b.is_enabled':{},'a.b':{}"), "AFG1008 'a.b.is_enabled'" },
        { Flags("'i.x':{}"), "AFG1008 'i.x'" },

        // Compile-time flags, buckets and lifecycles.
        { Flag("'evaluation':'compile_time','emit':'nothing'"), "AFG1010 'nothing'" },
        { Flag("'bucketing':{}"), "AFG1006 {" },
        { Flag("'bucketing':{'algorithm':'growthbook','resolution':10001}"), "AFG1034 10001" },
        { Flag("'bucketing':{'algorithm':'growthbook','resolution':10000}"), "" },
        { Flag("'bucketing':{'algorithm':'growthbook','resolution':1000}"), "" },
        { Flag("'bucketing':{'algorithm':'growthbook','resolution':1}"), "AFG1034 1" },
        { Flag("'bucketing':{'algorithm':'microsoft','resolution':1}"), "" },
        { Flag("'created_at':'soon'"), "AFG1014 'soon'" },
        { Flag("'updated_at':'soon'"), "AFG1014 'soon'" },
        { Flag("'retired_at':'soon'"), "AFG1014 'soon'" },
        { Flag("'type':'variant','default_value':'a','variants':['a'],'lifecycle':'retired','keep':'A'"), "AFG1029 'A'" },
        { Flag("'type':'nothing','lifecycle':'retired','keep':'A'"), "AFG1010 'nothing'" },
        { Flag("'type':'variant','default_value':'a','variants':5,'lifecycle':'retired','keep':'A'"), "AFG1005 5" },

        { Flag("'sensitive':true,'client_visible':true,'client_visible':true"), "AFG1030 'client_visible', AFG1003 'client_visible'" },

        // Shapes.
        { Flag("'type':'variant','default_value':'a','variants':[]"), "AFG1006 []" },
        { Flag("'type':'number','default_value':1e999"), "AFG1009 1e999" },
        { Flag("'type':'number','default_value':'1'"), "AFG1009 '1'" },
        { Flag("'rules':[{'name':'r','variant':'on'}],'variants':{}"), "AFG1011 'on'" },
        { Flag("'variants':{'on':true},'rules':[{'name':'r','variant':'on'}]"), "" },
        { Flag("'ab_test':{'variants':{'on':50,'off':50},'control_variant':'off'},'rules':[{'name':'r','variant':'on'}]"), "" },

        { Flag("'variants':['on'],'rules':[{'name':'r','variant':'on'}]"), "AFG1005 ['on']" },
        { Flag($"'variants':{{{Many(65, static i => $"'v{i}':true")}}},'rules':[{{'name':'r','variant':'on'}}]"), "AFG1002 {" },
        { Flag("'type':'variant','default_value':'a','variants':['a','9b']"), "AFG1007 '9b'" },
        { Flag("'type':'variant','default_value':'a','variants':['a','']"), "AFG1007 ''" },
        { Flag("'variants':{'':true}"), "AFG1007 ''" },
        { Flag("'variants':{'a\\u0001b':true}"), "AFG1007 'a\\u0001b'" },

        // What rules serve and how they divide.
        { InContext("'rules':[{'name':'r','bucket_by':'tenant.id'}]"), "AFG1015 'tenant.id'" },
        { Flag("'rules':[{'name':'r','bucketing':{}}]"), "AFG1006 {" },
        { Flag("'type':'integer','default_value':1,'rules':[{'name':'r','split':{'a':50,'b':50}}]"), "AFG1011 'a', AFG1011 'b'" },
        { Flag("'type':'nothing','rules':[{'name':'r','split':{'a':50,'b':50}}]"), "AFG1010 'nothing'" },
        { Flag("'rules':[{'name':'r','split':{'a':50,'b':50}}]"), "AFG1025 'split'" },
        { Split("'a':33.333,'b':33.333,'c':33.333"), "" },
        { Split("'a':33.333,'b':33.333,'c':33.332"), "AFG1012 {" },
        { Split("'a':33.334,'b':33.334,'c':33.333"), "" },
        { Split("'a':33.334,'b':33.334,'c':33.334"), "AFG1012 {" },

        // Lists of texts.
        { Flag("'tags':[5,'a']"), "AFG1005 5" },
        { Flag("'rules':[{'name':'r','user_segments':[5,'nobody']}]"), "AFG1005 5, AFG1019 'nobody'" },
        { Flag("'rules':[{'name':'r','user_segments':['nobody',5,'no one']}]"), "AFG1019 'nobody', AFG1005 5, AFG1019 'no one'" },
        { "{'segments':{'s':{'include':['u',5]}},'flags':{}}", "AFG1005 5" },
        { "{'segments':{'s':{'exclude':['u',5]}},'flags':{}}", "AFG1005 5" },

        // Conditions.
        { Rule("'user.role':[{'op':'eq','value':'a'},5,'b']"), "AFG1017 [{'op':'eq','value':'a'},5,'b']" },
        { Rule("'user.role':[]"), "AFG1017 []" },
        { Rule("'user.role':[{'op':'eq','value':'a'}]"), "" },
        { Rule("'user.role':[{'op':'eq','value':'a'},{'op':'nothing','value':'b'}]"), "AFG1010 'nothing'" },
        { Rule("'user.role':{'op':'regex','value':5}"), "AFG1017 5" },
        { Rule("'user.role':{'op':'regex','value':['(',5]}"), "AFG1018 '(', AFG1017 5" },
        { Rule("'user.role':{'op':'in','value':'a'}"), "AFG1017 'a'" },
        { Rule("'user.role':{'op':'eq','value':'abc','value_type':'number'}"), "AFG1017 'abc'" },
        { Rule("'user.role':{'op':'eq','value':'12','value_type':'number'}"), "" },
        { Rule("'user.role':{'op':'eq','value':true,'value_type':'number'}"), "AFG1017 true" },
        { Rule("'user.age':{'op':'gt','value':12,'value_type':'datetime'}"), "" },
        { "{'context':{'user.role':{'type':'string','values':['a']}},'flags':{'x':{'rules':[{'name':'r','conditions':{'user.role':'A'}}]}}}", "AFG1017 'A'" },
        { "{'context':{'user.role':{'type':'string','values':['a']}},'flags':{'x':{'rules':[{'name':'r','conditions':{'user.role':{'op':'eq','value':'A','ignore_case':true}}}]}}}", "" },
        { Typed("number", "'op':'gt','value':5,'value_type':'number'"), "" },
        { Typed("number", "'op':'gt','value':5,'value_type':'datetime'"), "AFG1016 'gt'" },
        { Typed("number", "'op':'eq','value':'abc','value_type':'semver'"), "AFG1016 'eq'" },
        { Typed("integer", "'op':'gt','value':5,'value_type':'datetime'"), "" },
        { Typed("boolean", "'op':'eq','value':'1','value_type':'number'"), "AFG1016 'eq'" },

        // Contexts, layers and segments.
        { "{'context':{'a':5},'flags':{}}", "AFG1005 5" },
        { "{'context':{'user.role':'string','User.role':'string'},'flags':{}}", "AFG1033 'User.role'" },
        { "{'context':{'user.role.name':'string','user.role':'string'},'flags':{}}", "AFG1033 'user.role'" },
        { "{'context':{'a.b':'string','a':'string'},'flags':{}}", "AFG1033 'a'" },
        { "{'context':{'a':'string','a.b':'string'},'flags':{}}", "AFG1033 'a.b'" },
        { "{'context':{'a':'string','a.b.c':'string'},'flags':{}}", "AFG1033 'a.b.c'" },
        { "{'context':{'a.b':'string','a.b.c':'string'},'flags':{}}", "AFG1033 'a.b.c'" },
        { "{'context':{'a.b.c':'string','a':'string'},'flags':{}}", "AFG1033 'a'" },
        { "{'context':{'':'string','a.':'string','.b':'string','c..d':'string'},'flags':{}}", "AFG1033 '', AFG1033 'a.', AFG1033 '.b', AFG1033 'c..d'" },
        { "{'context':{'feature.key':{'type':'string','values':['a']}},'flags':{}}", "AFG1033 'feature.key'" },
        { "{'class':'Shop','context':{'feature.key':{'type':'string','values':['a']}},'flags':{}}", "" },
        { "{'context':{'user.role':{'type':'string','values':['a']},'user.roles':{'type':'string[]','values':['a']}},'flags':{}}", "AFG1033 'user.roles'" },
        { "{'context':{'user.role':{'type':'string','values':['a']},'user.roles':'string[]'},'flags':{}}", "" },
        { "{'layers':{'no/name':{}},'flags':{}}", "AFG1007 'no/name'" },
        { "{'layers':{'l':5},'flags':{}}", "AFG1005 5" },

        // Names and their lengths.
        { Flags($"'{new string('k', 200)}':{{}}"), "" },
        { Flags($"'{new string('k', 200)}':{{'accessor':'Same'}},'{new string('l', 200)}':{{'accessor':'Same'}}"), "AFG1008 'Same'" },
        { Flags($"'{new string('k', 201)}':{{}}"), $"AFG1007 '{new string('k', 201)}'" },
        { Flags("'A':{},'Z':{},'b.z':{},'c-0':{},'d_9':{},'e:1':{}"), "" },
        { Flags("'':{}"), "AFG1007 '', AFG1008 ''" },
        { Flags("'.':{}"), "AFG1007 '.', AFG1008 '.'" },
        { Flags("'..':{}"), "AFG1007 '..', AFG1008 '..'" },
        { $"{{'segments':{{'{new string('s', 200)}':{{}}}},'flags':{{}}}}", "" },
        { $"{{'segments':{{'{new string('s', 201)}':{{}}}},'flags':{{}}}}", $"AFG1007 '{new string('s', 201)}'" },
        { "{'segments':{'':{}},'flags':{}}", "AFG1007 ''" },
        { "{'segments':{'AZ':{},'az':{},'09':{}},'flags':{}}", "" },
        { Flag($"'type':'variant','default_value':'{new string('v', 200)}','variants':['{new string('v', 200)}']"), "" },
        { Flag($"'type':'variant','default_value':'a','variants':['a','{new string('v', 201)}']"), $"AFG1007 '{new string('v', 201)}'" },

        // Payload schemas: the properties of x, and a schema of its own.
        { Payload("'a':{'type':'string','enum':['p','q']}"), "" },
        { Payload("'a':{'type':['string','null']}"), "" },
        { Payload("'a':{'type':['null','string']}"), "" },
        { Payload("'a':{'type':['string','integer']}"), "AFG1032 ['string','integer']" },
        { Payload("'a':{'type':['null','null']}"), "AFG1032 ['null','null']" },
        { Payload("'a':{'type':'nothing'}"), "AFG1032 'nothing'" },
        { Payload("'a':{'type':5}"), "AFG1032 5" },
        { Payload("'a':{}"), "AFG1032 {" },
        { Payload("'a':5"), "AFG1032 5" },
        { Payload("'a':{'type':'string','enum':[]}"), "AFG1032 []" },
        { Payload("'a':{'type':'string','enum':['p',5]}"), "AFG1032 ['p',5]" },
        { Payload("'a':{'type':'string','enum':{}}"), "AFG1032 {}" },
        { Payload("'a':{'type':'integer','enum':['p']}"), "AFG1032 ['p']" },
        { Payload("'a':{'type':'string','items':{'type':'string'}}"), "AFG1032 {'type':'string'}" },
        { Payload("'a':{'type':'array'}"), "AFG1032 {" },
        { Payload("'a':{'type':'array','items':5}"), "AFG1032 5" },
        { Payload("'a':{'type':'array','items':{'type':'string'}}"), "" },
        { Payload("'a':{'type':'array','items':{'type':['string','null']}}"), "AFG1032 ['string','null']" },
        { Payload("'a':{'type':'array','items':{'type':'array','items':{'type':'string'}}}"), "AFG1032 'array'" },
        { Payload("'a':{'type':'string','properties':{}}"), "AFG1032 {}" },
        { Payload("'a':{'type':'object'}"), "AFG1032 {" },
        { Payload("'a':{'type':'object','properties':5}"), "AFG1032 5" },
        { Payload("'a':{'type':'string'},'A':{'type':'string'}"), "AFG1032 'A'" },
        { Payload("'aB':{'type':'string'},'ab':{'type':'string'}"), "" },
        { Payload("'get_type':{'type':'string'}"), "AFG1032 'get_type'" },
        { Payload("'clone':{'type':'string'}"), "AFG1032 'clone'" },
        { Payload("'1':{'type':'string'}"), "AFG1032 '1'" },
        { Flag("'type':'object','default_value':{},'payload_schema':{'type':['object','null'],'properties':{}}"), "AFG1032 ['object','null']" },
        { Flag("'type':'object','default_value':{},'payload_schema':{'type':'object','properties':{},'required':5}"), "AFG1032 5" },
        { Flag("'type':'object','default_value':{},'payload_schema':{'type':'object','properties':{'a':{'type':'string'}},'required':['b']}"), "AFG1032 'b'" },
        { Flag("'type':'object','default_value':{'a':1.5},'payload_schema':{'type':'object','properties':{'a':{'type':'number'}}}"), "" },
        { Flag("'type':'object','default_value':{'a':'1'},'payload_schema':{'type':'object','properties':{'a':{'type':'number'}}}"), "AFG1009 '1'" },
        { Flag("'type':'object','default_value':{'a':null},'payload_schema':{'type':'object','properties':{'a':{'type':['number','null']}}}"), "" },
        { Flag("'type':'object','default_value':{'a':'x'},'payload_schema':{'type':'object','properties':{'a':{'type':['number','null']}}}"), "AFG1009 'x'" },

        // Rollout plans.
        { Plan("'percentage':5"), "AFG1006 {" },
        { Plan("'strategy':'percentage','percentage':101"), "AFG1013 101" },
        { Plan("'strategy':'user_segment','user_segments':['nobody']"), "AFG1010 'user_segment', AFG1019 'nobody'" },
        { Plan("'strategy':'gradual','start_percentage':0,'end_percentage':100,'step_percentage':10,'step_interval_hours':1,'start_time':'2027-01-02','end_time':'2027-01-01'"), "AFG1026 'end_time', AFG1014 '2027-01-01'" },

        { Plan("'strategy':'gradual','start_percentage':50,'end_percentage':50,'step_percentage':10,'step_interval_hours':1,'start_time':'2027-01-02'"), "" },
        { Guard(""), "AFG1006 {, AFG1006 {, AFG1006 {, AFG1006 {" },
        { Guard("'event':'e','max_rate':0,'min_units':1,'on_breach':'stop'"), "" },
        { Guard("'event':'e','max_rate':1,'min_units':1,'on_breach':'nothing'"), "AFG1010 'nothing'" },
        { Guard("'event':'e','max_rate':-0.1,'min_units':0,'on_breach':'stop'"), "AFG1026 -0.1, AFG1026 0" },
        { Guard("'event':'e','max_rate':1.1,'min_units':1.5,'on_breach':'stop'"), "AFG1026 1.1, AFG1026 1.5" },

        // Circles: of those that share a flag, one is told.
        { Flags($"'a':{Requires("'b'")},'b':{Requires("'a'")},'c':{Requires("'a','b'")}"), "AFG1021 'b'" },
        { Flags($"'a':{Requires("'b','c'")},'b':{Requires("'a'")},'c':{Requires("'a'")}"), "AFG1021 'b'" },
        { Flags($"'a':{Requires("'b'")},'b':{Requires("'c'")},'c':{Requires("'b','a'")}"), "AFG1021 'b'" },
        { Flags($"'a':{Requires("'a'")},'b':{Requires("'b'")}"), "AFG1021 'a', AFG1021 'b'" },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Read_Edge_IsJudgedSo(string manifest, string expected) => Errors(manifest).ShouldBe(expected, manifest);

    /// <summary>Code is generated for a flag whose shape is sound, whatever else is wrong with it.</summary>
    [Theory]
    [InlineData("'x.y':{'type':'variant','default_value':'a','variants':['a']},'x_y':{'type':'variant','default_value':'a','variants':['a']}", "True True, False False")]
    [InlineData("'a':{},'b':{'rollout':1}", "True True, True False")]
    [InlineData("'a':{'type':'nothing'},'b':{}", "False False, True True")]
    [InlineData("'a':5,'b':{}", "False False, True True")]
    [InlineData("'a':{'evaluation':'compile_time','type':'object'},'b':{}", "False False, True True")]
    [InlineData("'a':{'type':'variant','default_value':'a','variants':['a',5]},'b':{}", "True False, True True")]
    [InlineData("'a':{'type':'variant','default_value':'z','variants':['a']},'b':{}", "True False, True True")]
    [InlineData("'a':{'type':'variant','default_value':'a','variants':[5]},'b':{}", "False False, True True")]
    [InlineData("'a':{'type':'variant','default_value':'a','variants':[]},'b':{}", "False False, True True")]
    [InlineData("'a':{'type':'integer','default_value':1,'variants':{'x':'y'}},'b':{}", "True False, True True")]
    [InlineData("'a':{'accessor':5},'b':{}", "False False, True True")]
    [InlineData("'a a':{},'b':{}", "False False, True True")]
    [InlineData("'aB':{'evaluation':'compile_time','emit':'const'},'ab':{'evaluation':'compile_time','emit':'const'}", "True True, False False")]
    [InlineData("'a':{}x,'b':{}", "True True, True True")]
    public void Read_FaultyFlags_KeepTheirShapeWhereTheyHaveOne(string flags, string expected)
    {
        FlagManifest manifest = Read(Flags(flags));

        string.Join(", ", manifest.Flags.Select(flag => $"{flag.HasSoundShape} {manifest.IsSound(flag)}")).ShouldBe(expected);
    }

    /// <summary>Of conditions on one attribute that need not be there: that the attribute is there is asked for by neq or nin with null alone.</summary>
    [Theory]
    [InlineData("{'op':'neq','value':'a'}", "AFG1104 'neq'")]
    [InlineData("{'op':'neq','value':'a'},{'op':'nin','value':['b']}", "AFG1104 'neq', AFG1104 'nin'")]
    [InlineData("{'op':'neq','value':'a'},{'op':'neq','value':null}", "")]
    [InlineData("{'op':'neq','value':'a'},{'op':'eq','value':null}", "AFG1104 'neq'")]
    [InlineData("{'op':'neq','value':'a'},{'op':'neq','value':null,'negate':true}", "AFG1104 'neq'")]
    [InlineData("{'op':'nin','value':['a',null]}", "")]
    [InlineData("{'op':'neq','value':'a','negate':true}", "")]
    [InlineData("{'op':'eq','value':'a'}", "")]
    public void Read_ConditionsOnAnOptionalAttribute_SaysWhichMatchWithoutIt(string conditions, string expected) =>
        Told(InContext($"'rules':[{{'name':'r','conditions':{{'user.role':[{conditions}]}}}}]"), static _ => true).ShouldBe(expected);

    private static string Payload(string properties) => Flag($"'type':'object','default_value':{{}},'payload_schema':{{'type':'object','properties':{{{properties}}}}}");

    private static string Plan(string members) => Flag($"'rules':[{{'name':'r','rollout_plan':{{{members}}}}}]");

    private static string Guard(string members) => Plan($"'strategy':'percentage','percentage':5,'guard':{{{members}}}");

    private static string Split(string arms) => Flag($"'variants':{{'a':true,'b':false,'c':true}},'rules':[{{'name':'r','split':{{{arms}}}}}]");

    private static string Requires(string keys) => $"{{'rules':[{{'name':'r','required_flags':[{keys}]}}]}}";

    private static string InContext(string members) => $"{{'context':{{'user.role':'string'}},'flags':{{'x':{{{members}}}}}}}";

    /// <summary>A condition on a required attribute of that type.</summary>
    private static string Typed(string type, string condition) =>
        $"{{'context':{{'a':{{'type':'{type}','required':true}}}},'flags':{{'x':{{'rules':[{{'name':'r','conditions':{{'a':{{{condition}}}}}}}]}}}}}}";

    private static string Rule(string conditions) => Flag($"'rules':[{{'name':'r','conditions':{{{conditions}}}}}]");
}
