namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of an attribute declared under <c>context</c>.</summary>
internal static class AttributeMembers
{
    public static readonly ManifestMember Type = new("type", JsonKinds.String);
    public static readonly ManifestMember Values = new("values", JsonKinds.Array);
    public static readonly ManifestMember Required = new("required", JsonKinds.Boolean);
    public static readonly ManifestMember Description = new("description", JsonKinds.String);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Type, Values, Required, Description);
}
