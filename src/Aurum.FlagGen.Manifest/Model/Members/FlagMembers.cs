namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a flag, in flags.json and everywhere else.</summary>
internal static class FlagMembers
{
    public static readonly ManifestMember Key = new("key", JsonKinds.String, isInManifest: false);
    public static readonly ManifestMember Name = new("name", JsonKinds.String);
    public static readonly ManifestMember Description = new("description", JsonKinds.String);
    public static readonly ManifestMember Tags = new("tags", JsonKinds.Array);
    public static readonly ManifestMember Owner = new("owner", JsonKinds.String);
    public static readonly ManifestMember CreatedBy = new("created_by", JsonKinds.String);
    public static readonly ManifestMember CreatedAt = new("created_at", JsonKinds.String);
    public static readonly ManifestMember UpdatedAt = new("updated_at", JsonKinds.String);
    public static readonly ManifestMember Metadata = new("metadata", JsonKinds.Object);
    public static readonly ManifestMember Accessor = new("accessor", JsonKinds.String);
    public static readonly ManifestMember Type = new("type", JsonKinds.String);
    public static readonly ManifestMember Status = new("status", JsonKinds.String);
    public static readonly ManifestMember DefaultValue = new("default_value", JsonKinds.Any);
    public static readonly ManifestMember OffValue = new("off_value", JsonKinds.Any);
    public static readonly ManifestMember Variants = new("variants", JsonKinds.Array | JsonKinds.Object);
    public static readonly ManifestMember Rules = new("rules", JsonKinds.Array);
    public static readonly ManifestMember AbTest = new("ab_test", JsonKinds.Object);
    public static readonly ManifestMember Salt = new("salt", JsonKinds.String);
    public static readonly ManifestMember BucketBy = new("bucket_by", JsonKinds.String);
    public static readonly ManifestMember Bucketing = new("bucketing", JsonKinds.Object);
    public static readonly ManifestMember Expires = new("expires", JsonKinds.String);
    public static readonly ManifestMember Permanent = new("permanent", JsonKinds.Boolean);
    public static readonly ManifestMember Lifecycle = new("lifecycle", JsonKinds.String);
    public static readonly ManifestMember Keep = new("keep", JsonKinds.Any);
    public static readonly ManifestMember RetiredAt = new("retired_at", JsonKinds.String);
    public static readonly ManifestMember Evaluation = new("evaluation", JsonKinds.String);
    public static readonly ManifestMember Emit = new("emit", JsonKinds.String);
    public static readonly ManifestMember Values = new("values", JsonKinds.Object);
    public static readonly ManifestMember ClientVisible = new("client_visible", JsonKinds.Boolean);
    public static readonly ManifestMember Sensitive = new("sensitive", JsonKinds.Boolean);
    public static readonly ManifestMember PayloadSchema = new("payload_schema", JsonKinds.Object);
    public static readonly ManifestMember Version = new("version", JsonKinds.Number, isInManifest: false);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Key, Name, Description, Tags, Owner, CreatedBy, CreatedAt, UpdatedAt, Metadata, Accessor, Type, Status, DefaultValue, OffValue, Variants,
        Rules, AbTest, Salt, BucketBy, Bucketing, Expires, Permanent, Lifecycle, Keep, RetiredAt, Evaluation, Emit, Values, ClientVisible, Sensitive,
        PayloadSchema, Version);
}
