namespace Aurum.FlagGen.Manifest.Model;

/// <summary>Another system's way from an identity to a bucket, kept by an import.</summary>
internal enum BucketAlgorithm
{
    Microsoft,
    Unleash,
    Flagd,
    LaunchDarkly,
    GrowthBook,
    ConfigCat,
}
