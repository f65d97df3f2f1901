namespace Aurum.FlagGen.Manifest.Model;

/// <summary>Attributes with a meaning of their own, which rules may use whether or not <c>context</c> declares them.</summary>
internal static class PredefinedAttributes
{
    /// <summary>The targeting key where no <c>bucket_by</c> names another.</summary>
    public const string UserId = "user_id";

    /// <summary>Names one segment that the user is in.</summary>
    public const string UserSegment = "user_segment";

    /// <summary>Names the segments that the user is in.</summary>
    public const string UserSegments = "user_segments";

    public static readonly IReadOnlyList<ManifestAttribute> All =
    [
        new(UserId, AttributeType.String, [], isRequired: false, description: null),
        new(UserSegment, AttributeType.String, [], isRequired: false, description: null),
        new(UserSegments, AttributeType.StringList, [], isRequired: false, description: null),
    ];

    public static ManifestAttribute? Find(string path) => All.FirstOrDefault(attribute => attribute.Path == path);
}
