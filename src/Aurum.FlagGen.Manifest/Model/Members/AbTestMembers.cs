namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a flag-wide experiment.</summary>
internal static class AbTestMembers
{
    public static readonly ManifestMember Variants = new("variants", JsonKinds.Object);
    public static readonly ManifestMember ControlVariant = new("control_variant", JsonKinds.String);
    public static readonly ManifestMember TrackEvents = new("track_events", JsonKinds.Array);
    public static readonly ManifestMember StartDate = new("start_date", JsonKinds.String);
    public static readonly ManifestMember EndDate = new("end_date", JsonKinds.String);
    public static readonly ManifestMember BucketBy = new("bucket_by", JsonKinds.String);
    public static readonly ManifestMember Salt = new("salt", JsonKinds.String);
    public static readonly ManifestMember Layer = new("layer", JsonKinds.Object);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Variants, ControlVariant, TrackEvents, StartDate, EndDate, BucketBy, Salt, Layer);
}
