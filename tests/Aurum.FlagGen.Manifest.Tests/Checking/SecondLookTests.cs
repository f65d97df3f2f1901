using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.QuotedManifest;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>A fault, or something that is missing, hides no other that does not come of it: whoever mends what is shown has mended all.</summary>
public sealed class SecondLookTests
{
    private const string Arms = "'variants':{'a':50,'b':50},'control_variant':'a'";

    /// <summary>Manifests with single quotes, and what is found: the rule, and what it points at.</summary>
    public static TheoryData<string, string> Manifests { get; } = new()
    {
        // The end of a window whose start is absent or faulty.
        { Rule("'active_until':'31.12.2027'"), "AFG1014 '31.12.2027'" },
        { Rule("'active_from':'soon','active_until':'later'"), "AFG1014 'soon', AFG1014 'later'" },
        { Rule("'active_from':5,'active_until':'later'"), "AFG1005 5, AFG1014 'later'" },
        { Rule("'rollout_plan':{'strategy':'scheduled','end_time':'later'}"), "AFG1014 'later'" },
        { Rule("'rollout_plan':{'strategy':'scheduled','start_time':'soon','end_time':'later'}"), "AFG1014 'soon', AFG1014 'later'" },
        { Flag($"'ab_test':{{{Arms},'end_date':'later'}}"), "AFG1014 'later'" },
        { Flag($"'ab_test':{{{Arms},'start_date':'soon','end_date':'later'}}"), "AFG1014 'soon', AFG1014 'later'" },

        // What a rule serves.
        { Flag("'variants':{'a':true},'rules':[{'name':'r','value':5,'variant':'z'}]"), "AFG1009 5, AFG1025 'variant', AFG1011 'z'" },
        { Rule("'split':{'a':'x'}"), "AFG1025 'split', AFG1012 'x'" },
        { Flag("'variants':{'a':true},'rules':[{'name':'r','value':true,'variant':'a','split':{'a':90}}]"), "AFG1025 'variant', AFG1025 'split', AFG1012 {" },

        // The shape of a flag.
        { Flag("'evaluation':'never','default_value':5"), "AFG1010 'never', AFG1009 5" },
        { Flag("'evaluation':'never','emit':'literal','type':'string'"), "AFG1010 'never'" },
        { Flag("'type':'objct','payload_schema':{'type':'object','properties':{'a':{'type':'nope'}}}"), "AFG1010 'objct', AFG1032 'nope'" },
        { Flag("'type':'string','default_value':'','payload_schema':{'type':'object','properties':{'a':{'type':'nope'}}}"), "AFG1032 'payload_schema', AFG1032 'nope'" },
        { Schema("'a':{'properties':{'b':{'type':'nope'}}}"), "AFG1032 {, AFG1032 'nope'" },
        { Schema("'a':{'items':{'type':'nope'}}"), "AFG1032 {, AFG1032 'nope'" },
        { Schema("'a':{'type':'array','items':{'type':['string','null'],'enum':[5]}}"), "AFG1032 ['string','null'], AFG1032 [5]" },
        { Schema("'a':{'type':'string','required':true}"), "AFG1032 true" },
        { Schema("'a':{'type':'string','description':5}"), "AFG1032 5" },
        { Flags("'1a':{'type':'variant','variants':['b','B'],'default_value':'b'}"), "AFG1008 '1a', AFG1008 '1a'" },
        { Flags("'1a.2b':{}"), "AFG1008 '1a.2b', AFG1008 '1a.2b'" },

        // Layers.
        { "{'layers':{'l':{}},'flags':{'x':{'ab_test':{" + Arms + ",'layer':{'name':'m','from':50,'to':50}}}}}", "AFG1027 'm', AFG1027 50" },
        { "{'layers':{'l':{'holdout':10}},'flags':{'x':{'ab_test':{" + Arms + ",'layer':{'name':'l','to':100}}}}}", "AFG1006 {, AFG1027 {'name':'l','to':100}" },

        // Contexts and conditions.
        { "{'context':{'a..b':'nope'}}", "AFG1033 'a..b', AFG1010 'nope'" },
        { "{'context':{'a':'string','a.get_type':'string','get.type':'string'}}", "AFG1033 'a.get_type', AFG1033 'get.type'" },
        { Rule("'conditions':{'a':[5,{'op':'nope','value':1}]}"), "AFG1017 [5,{'op':'nope','value':1}], AFG1010 'nope'" },
        { Rule("'conditions':{'a':{'op':'gt','value':true,'ignore_case':true}}"), "AFG1016 'gt', AFG1017 true" },
        { Rule("'conditions':{'a':{'op':'startswith','value':5,'value_type':'number'}}"), "AFG1016 'startswith', AFG1017 5" },
        { Rule("'conditions':{'a':{'op':'eq','value':[[]]}}"), "AFG1017 [[]], AFG1017 []" },
        { Rule("'conditions':{'a':{'op':'regex','value':[5,'(']}}"), "AFG1017 5, AFG1018 '('" },
        { WithAge("{'op':'in','value':'old'}"), "AFG1017 'old', AFG1017 'old'" },
        { WithAge("{'op':'contains'}"), "AFG1006 {, AFG1016 'contains'" },
        { WithAge("{'op':'contains','value':'x','value_type':'semver'}"), "AFG1016 'contains', AFG1016 'contains'" },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Read_FaultBesideAnother_IsFoundToo(string manifest, string expected) => Errors(manifest).ShouldBe(expected, manifest);

    [Fact]
    public void Check_DefinitionWithoutAKey_IsCheckedAllTheSame()
    {
        ManifestError[] errors = [.. FlagDefinitionChecker.Check("""{ "status": "on", "rules": [ { "name": "A", "active_until": "later" } ] }""", Read("{}").Names).Errors];

        errors.Select(static error => error.Rule.Id).ShouldBe(["AFG1006", "AFG1010", "AFG1014"]);
        errors[0].Message.ShouldBe("The definition has no 'key'; a definition has its key inside, so add it");
        errors[2].Message.ShouldStartWith("Rule 'A' of the definition gives 'active_until'");
    }

    private static string Rule(string members) => Flag($"'rules':[{{'name':'r',{members}}}]");

    private static string Schema(string properties) => Flag($"'type':'object','default_value':{{}},'payload_schema':{{'type':'object','properties':{{{properties}}}}}");

    private static string WithAge(string condition) =>
        "{'context':{'age':{'type':'integer','required':true}},'flags':{'x':{'rules':[{'name':'r','conditions':{'age':" + condition + "}}]}}}";
}
