namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of flags.json itself.</summary>
internal static class ManifestMembers
{
    public static readonly ManifestMember Schema = new("$schema", JsonKinds.String);
    public static readonly ManifestMember Namespace = new("namespace", JsonKinds.String);
    public static readonly ManifestMember Class = new("class", JsonKinds.String);
    public static readonly ManifestMember Scope = new("scope", JsonKinds.String);
    public static readonly ManifestMember Context = new("context", JsonKinds.Object);
    public static readonly ManifestMember Segments = new("segments", JsonKinds.Object);
    public static readonly ManifestMember Layers = new("layers", JsonKinds.Object);
    public static readonly ManifestMember Flags = new("flags", JsonKinds.Object);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Schema, Namespace, Class, Scope, Context, Segments, Layers, Flags);
}
