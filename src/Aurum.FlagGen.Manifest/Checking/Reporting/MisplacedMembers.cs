using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What to say of a member that an object does not know, but that means something elsewhere: at another level of the manifest, or in another tool.</summary>
internal static class MisplacedMembers
{
    /// <summary>Where members of other levels belong: for each table those that are searched, the nearest first.</summary>
    private static readonly Dictionary<MemberTable, (MemberTable Table, string Place)[]> Neighbours = new()
    {
        [ManifestMembers.Table] =
        [
            (FlagMembers.Table, "it belongs in a flag, an object under 'flags'"),
            (RuleMembers.Table, "it belongs in a rule, an object in the 'rules' of a flag"),
        ],
        [FlagMembers.Table] =
        [
            (RuleMembers.Table, "it belongs in a rule, such as \"rules\": [ { \"name\": \"Some\", \"{0}\": … } ]"),
            (AbTestMembers.Table, "it belongs in 'ab_test'"),
            (RolloutPlanMembers.Table, "it belongs in the 'rollout_plan' of a rule"),
            (BucketingMembers.Table, "it belongs in 'bucketing'"),
            (ManifestMembers.Table, "it belongs at the top of the file, beside 'flags'"),
            (LayerMembers.Table, "it belongs in a layer, an object under 'layers' at the top of the file"),
            (SegmentMembers.Table, "it belongs in a segment, an object under 'segments' at the top of the file"),
            (ConditionMembers.Table, "it belongs in a condition of a rule"),
        ],
        [RuleMembers.Table] =
        [
            (RolloutPlanMembers.Table, "it belongs in the rule's 'rollout_plan'"),
            (ConditionMembers.Table, "it belongs in a condition, such as \"conditions\": { \"user.role\": { \"op\": \"eq\", \"value\": \"admin\" } }"),
            (FlagMembers.Table, "it belongs in the flag, beside 'rules'"),
            (AbTestMembers.Table, "it belongs in the flag's 'ab_test'"),
            (BucketingMembers.Table, "it belongs in 'bucketing'"),
            (SegmentMembers.Table, "it belongs in a segment, an object under 'segments' at the top of the file"),
        ],
        [AbTestMembers.Table] =
        [
            (LayerRangeMembers.Table, "it belongs in the test's 'layer'"),
            (FlagMembers.Table, "it belongs in the flag, beside 'ab_test'"),
            (RuleMembers.Table, "it belongs in a rule of the flag"),
            (LayerMembers.Table, "it belongs in a layer, an object under 'layers' at the top of the file"),
        ],
        [RolloutPlanMembers.Table] =
        [
            (GuardMembers.Table, "it belongs in the plan's 'guard'"),
            (RuleMembers.Table, "it belongs in the rule, beside 'rollout_plan'"),
            (FlagMembers.Table, "it belongs in the flag"),
        ],
        [GuardMembers.Table] = [(RolloutPlanMembers.Table, "it belongs in the plan, beside 'guard'")],
        [ConditionMembers.Table] =
        [
            (RuleMembers.Table, "it belongs in the rule, beside 'conditions'"),
            (AttributeMembers.Table, "it belongs in the attribute's declaration under 'context'"),
        ],
        [SegmentMembers.Table] = [(RuleMembers.Table, "it belongs in a rule of a flag"), (ConditionMembers.Table, "it belongs in a condition, under 'conditions'")],
        [LayerMembers.Table] = [(LayerRangeMembers.Table, "it belongs in the 'layer' of a test"), (AbTestMembers.Table, "it belongs in the 'ab_test' of a flag")],
        [LayerRangeMembers.Table] = [(LayerMembers.Table, "it belongs in the layer's declaration, under 'layers' at the top of the file"), (AbTestMembers.Table, "it belongs in the test, beside 'layer'")],
        [BucketingMembers.Table] = [(RuleMembers.Table, "it belongs beside 'bucketing'"), (FlagMembers.Table, "it belongs beside 'bucketing'")],
        [AttributeMembers.Table] = [(ConditionMembers.Table, "it belongs in a condition of a rule")],
    };

    /// <summary>What other tools, and habit, call things: for each table the word, and what to write here.</summary>
    private static readonly Dictionary<MemberTable, Dictionary<string, string>> Aliases = new()
    {
        [ManifestMembers.Table] = Words(
            ("features,feature_flags,featureFlags,toggles", "write the flags under 'flags'"),
            ("attributes", "write the attributes under 'context'"),
            ("version", "flags.json has no version, so remove it")),
        [FlagMembers.Table] = Words(
            ("enabled,isEnabled,is_enabled,enable,active,on,state", "write \"status\": \"enabled\" or \"status\": \"disabled\""),
            ("flagType,flag_type,valueType,kind", "write 'type'"),
            ("value,default,defaultVariant,default_variant,defaultRule,fallthrough,fallback", "the value that holds where no rule decides is 'default_value'"),
            ("offVariation,off_variation,disabled_value", "the value of a disabled flag is 'off_value'"),
            ("variations", "write 'variants'"),
            ("targeting,strategies,enabled_for,enabledFor,EnabledFor,client_filters,filters", "who gets what is said in 'rules'"),
            ("percentage,rollout,rolloutPercentage,rollout_percent", "a share of users is the 'rollout_percentage' of a rule, such as \"rules\": [ { \"name\": \"Some\", \"rollout_percentage\": 25 } ]"),
            ("key,id", "the key is the name under which the flag stands, so remove it"),
            ("version", "stores set the version, so remove it"),
            ("expires_at,expiresAt,expiry,expiration,expiration_date,sunset", "write 'expires'"),
            ("maintainer,team", "write 'owner'"),
            ("title,displayName", "write 'name'"),
            ("experiment,abTest,test", "write 'ab_test'")),
        [RuleMembers.Table] = Words(
            ("percentage,rollout,rolloutPercentage,rollout_percent", "write 'rollout_percentage'"),
            ("segments,segment", "write 'user_segments'"),
            ("when,if,where,clauses,constraints,targeting,query", "write 'conditions'"),
            ("serve,variation,variantOverride,value_match", "write 'variant', or 'value' or 'split'"),
            ("weights,weight,variants,distributions", "write 'split'"),
            ("enabled,status,active", "a rule has no status of its own: remove the rule, or give it an 'active_until'"),
            ("priority,order,rank,sortOrder", "rules are tried in the order in which they stand, so remove it"),
            ("key,id", "a rule is known by its 'name'"),
            ("requires,prerequisites,dependencies", "write 'required_flags'"),
            ("start,start_date,from", "write 'active_from'"),
            ("end,end_date,until,to", "write 'active_until'")),
        [AbTestMembers.Table] = Words(
            ("control", "write 'control_variant'"),
            ("arms,weights,split,variations", "write 'variants', with a weight for each"),
            ("events,metrics,goals", "write 'track_events'"),
            ("start,start_time,active_from", "write 'start_date'"),
            ("end,end_time,active_until", "write 'end_date'")),
        [RolloutPlanMembers.Table] = Words(
            ("type,kind", "write 'strategy'"),
            ("rollout_percentage,rolloutPercentage", "in a plan it is called 'percentage'"),
            ("start,start_date,active_from", "write 'start_time'"),
            ("end,end_date,active_until", "write 'end_time'"),
            ("step", "write 'step_percentage'"),
            ("interval,step_hours,interval_hours", "write 'step_interval_hours'")),
        [ConditionMembers.Table] = Words(
            ("operator,comparator,match", "write 'op'"),
            ("values,operand,targetValue", "write 'value', with a list for 'in' and 'nin'"),
            ("type", "write 'value_type'"),
            ("inverted,invert,not", "write 'negate'"),
            ("caseInsensitive,case_insensitive,insensitive", "write 'ignore_case'"),
            ("attribute,property,field,contextName,name", "the attribute is the name under which the condition stands, so remove it")),
        [AttributeMembers.Table] = Words(("enum,options,allowed", "write 'values'")),
        [SegmentMembers.Table] = Words(("included,members,users", "write 'include'"), ("excluded", "write 'exclude'"), ("rules,constraints,clauses", "write 'conditions'")),
    };

    /// <summary>What to write, or null where the name means nothing anywhere near.</summary>
    public static string? Find(MemberTable table, string name)
    {
        if (Aliases.TryGetValue(table, out Dictionary<string, string>? words) && words.TryGetValue(name, out string? advice))
        {
            return advice;
        }

        if (!Neighbours.TryGetValue(table, out (MemberTable Table, string Place)[]? neighbours))
        {
            return null;
        }

        foreach ((MemberTable other, string place) in neighbours)
        {
            if (other.Find(name) is { IsInManifest: true })
            {
                return place.Replace("{0}", name);
            }
        }

        return null;
    }

    private static Dictionary<string, string> Words(params (string Names, string Advice)[] advices)
    {
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        foreach ((string names, string advice) in advices)
        {
            foreach (string name in names.Split(','))
            {
                words.Add(name, advice);
            }
        }

        return words;
    }
}
