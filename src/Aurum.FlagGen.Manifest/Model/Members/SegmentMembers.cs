namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a segment.</summary>
internal static class SegmentMembers
{
    public static readonly ManifestMember Description = new("description", JsonKinds.String);
    public static readonly ManifestMember Conditions = new("conditions", JsonKinds.Object);
    public static readonly ManifestMember Include = new("include", JsonKinds.Array);
    public static readonly ManifestMember Exclude = new("exclude", JsonKinds.Array);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Description, Conditions, Include, Exclude);
}
