namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members by which a test takes its part of a layer.</summary>
internal static class LayerRangeMembers
{
    public static readonly ManifestMember Name = new("name", JsonKinds.String);
    public static readonly ManifestMember From = new("from", JsonKinds.Number);
    public static readonly ManifestMember To = new("to", JsonKinds.Number);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Name, From, To);
}
