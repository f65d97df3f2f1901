namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a layer.</summary>
internal static class LayerMembers
{
    public static readonly ManifestMember Description = new("description", JsonKinds.String);
    public static readonly ManifestMember Salt = new("salt", JsonKinds.String);
    public static readonly ManifestMember Holdout = new("holdout", JsonKinds.Number);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Description, Salt, Holdout);
}
