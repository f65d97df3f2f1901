namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a condition.</summary>
internal static class ConditionMembers
{
    public static readonly ManifestMember Op = new("op", JsonKinds.String);
    public static readonly ManifestMember Value = new("value", JsonKinds.Any);
    public static readonly ManifestMember ValueType = new("value_type", JsonKinds.String);
    public static readonly ManifestMember IgnoreCase = new("ignore_case", JsonKinds.Boolean);
    public static readonly ManifestMember Negate = new("negate", JsonKinds.Boolean);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Op, Value, ValueType, IgnoreCase, Negate);
}
