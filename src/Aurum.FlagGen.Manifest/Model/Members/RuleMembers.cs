namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a rule.</summary>
internal static class RuleMembers
{
    public static readonly RuleMember Name = new("name", JsonKinds.String, RulePart.Words);
    public static readonly RuleMember Description = new("description", JsonKinds.String, RulePart.Words);
    public static readonly RuleMember Conditions = new("conditions", JsonKinds.Object, RulePart.Audience);
    public static readonly RuleMember RolloutPercentage = new("rollout_percentage", JsonKinds.Number, RulePart.Share);
    public static readonly RuleMember RolloutPlan = new("rollout_plan", JsonKinds.Object, RulePart.Share);
    public static readonly RuleMember UserSegments = new("user_segments", JsonKinds.Array, RulePart.Audience);
    public static readonly RuleMember RequiredFlags = new("required_flags", JsonKinds.Array, RulePart.Audience);
    public static readonly RuleMember ExcludedFlags = new("excluded_flags", JsonKinds.Array, RulePart.Audience);
    public static readonly RuleMember ActiveFrom = new("active_from", JsonKinds.String, RulePart.Audience);
    public static readonly RuleMember ActiveUntil = new("active_until", JsonKinds.String, RulePart.Audience);
    public static readonly RuleMember Salt = new("salt", JsonKinds.String, RulePart.Bucket);
    public static readonly RuleMember BucketBy = new("bucket_by", JsonKinds.String, RulePart.Bucket);
    public static readonly RuleMember Bucketing = new("bucketing", JsonKinds.Object, RulePart.Bucket);
    public static readonly RuleMember Value = new("value", JsonKinds.Any, RulePart.Serving);
    public static readonly RuleMember Variant = new("variant", JsonKinds.String, RulePart.Serving);
    public static readonly RuleMember Split = new("split", JsonKinds.Object, RulePart.Serving);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Name, Description, Conditions, RolloutPercentage, RolloutPlan, UserSegments, RequiredFlags, ExcludedFlags, ActiveFrom, ActiveUntil, Salt,
        BucketBy, Bucketing, Value, Variant, Split);

    /// <summary>The members that belong to a part of a rule, in the table's order.</summary>
    public static IEnumerable<ManifestMember> Of(RulePart part) => Table.Members.Where(member => ((RuleMember)member).Part == part);
}
