namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of another system's bucket formula.</summary>
internal static class BucketingMembers
{
    public static readonly ManifestMember Algorithm = new("algorithm", JsonKinds.String);
    public static readonly ManifestMember Seed = new("seed", JsonKinds.String | JsonKinds.Number);
    public static readonly ManifestMember Resolution = new("resolution", JsonKinds.Number);
    public static readonly ManifestMember Group = new("group", JsonKinds.String);
    public static readonly ManifestMember Hint = new("hint", JsonKinds.String);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Algorithm, Seed, Resolution, Group, Hint);
}
