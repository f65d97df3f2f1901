using static Aurum.FlagGen.Manifest.Tests.Checking.QuotedManifest;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>All generated types stand side by side in one namespace, so no two may be called alike; and a type that is not generated is in nobody's way.</summary>
public sealed class GeneratedTypeTests
{
    private const string Test = "'variants':{'a':50,'b':50},'control_variant':'a'";

    public static TheoryData<string, string> Manifests { get; } = new()
    {
        // The types that every manifest gives, against the values of an attribute.
        { Attribute("feature"), "AFG1033 'feature'" },
        { Attribute("i_feature"), "AFG1033 'i_feature'" },
        { Attribute("feature.key"), "AFG1033 'feature.key'" },
        { Attribute("feature.constant"), "AFG1033 'feature.constant'" },
        { Attribute("features.switches"), "AFG1033 'features.switches'" },
        { Attribute("features.extension"), "AFG1033 'features.extension'" },
        { Attribute("feature.switch"), "" },

        // The same against a group of flags, which is called by its keys and the class.
        { "{'class':'ContextContext','flags':{'context.x':{}}}", "AFG1008 'context.x'" },
        { "{'class':'CatalogCatalog','flags':{'catalog.x':{}}}", "AFG1008 'catalog.x'" },
        { "{'class':'SwitchesSwitches','flags':{'switches.x':{}}}", "AFG1008 'switches.x'" },
        { "{'class':'CatalogContext','flags':{'catalog.x':{},'context.x':{}}}", "" },

        // An attribute's values against a group.
        { "{'context':{'checkout.feature':{'type':'string','values':['a']}},'flags':{'checkout.x':{}}}", "AFG1008 'checkout.x'" },
        { "{'context':{'checkout.feature':'string'},'flags':{'checkout.x':{}}}", "" },

        // An attribute that is refused for its name is not refused for its values as well.
        { "{'context':{'user.role':{'type':'string','values':['a']},'user_role':{'type':'string','values':['a']}},'flags':{}}", "AFG1033 'user_role'" },

        // A flag's events against a record of another flag's payload.
        { Flags($"'x':{Payload("'event':{'type':'object','properties':{}}")},'x_payload':{{'ab_test':{{{Test},'track_events':['click']}}}}"), "AFG1008 'x_payload'" },
        { Flags($"'x':{Payload("'event':{'type':'string'}")},'x_payload':{{'ab_test':{{{Test},'track_events':['click']}}}}"), "" },
        { Flags($"'x':{Payload("'event':{'type':'object','properties':{}}")},'x_payload':{{'type':'variant','default_value':'a','ab_test':{{{Test}}}}}"), "" },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Read_TypesOfManyOrigins_MayNotBeCalledAlike(string manifest, string expected) => Errors(manifest).ShouldBe(expected, manifest);

    private static string Attribute(string path) => $"{{'context':{{'{path}':{{'type':'string','values':['a']}}}},'flags':{{}}}}";

    private static string Payload(string properties) => $"{{'type':'object','default_value':{{}},'payload_schema':{{'type':'object','properties':{{{properties}}}}}}}";
}
