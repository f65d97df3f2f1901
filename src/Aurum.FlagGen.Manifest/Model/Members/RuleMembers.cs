namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a rule.</summary>
internal static class RuleMembers
{
    public static readonly ManifestMember Name = new("name", JsonKinds.String);
    public static readonly ManifestMember Description = new("description", JsonKinds.String);
    public static readonly ManifestMember Conditions = new("conditions", JsonKinds.Object);
    public static readonly ManifestMember RolloutPercentage = new("rollout_percentage", JsonKinds.Number);
    public static readonly ManifestMember RolloutPlan = new("rollout_plan", JsonKinds.Object);
    public static readonly ManifestMember UserSegments = new("user_segments", JsonKinds.Array);
    public static readonly ManifestMember RequiredFlags = new("required_flags", JsonKinds.Array);
    public static readonly ManifestMember ExcludedFlags = new("excluded_flags", JsonKinds.Array);
    public static readonly ManifestMember ActiveFrom = new("active_from", JsonKinds.String);
    public static readonly ManifestMember ActiveUntil = new("active_until", JsonKinds.String);
    public static readonly ManifestMember Salt = new("salt", JsonKinds.String);
    public static readonly ManifestMember BucketBy = new("bucket_by", JsonKinds.String);
    public static readonly ManifestMember Bucketing = new("bucketing", JsonKinds.Object);
    public static readonly ManifestMember Value = new("value", JsonKinds.Any);
    public static readonly ManifestMember Variant = new("variant", JsonKinds.String);
    public static readonly ManifestMember Split = new("split", JsonKinds.Object);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Name, Description, Conditions, RolloutPercentage, RolloutPlan, UserSegments, RequiredFlags, ExcludedFlags, ActiveFrom, ActiveUntil, Salt,
        BucketBy, Bucketing, Value, Variant, Split);
}
