namespace Aurum.FlagGen.Manifest.Model;

/// <summary>Another system's way from an identity to a bucket, for flags that moved here from it.</summary>
internal enum BucketAlgorithm
{
    Microsoft,
    Unleash,
    Flagd,
    LaunchDarkly,
    GrowthBook,
    ConfigCat,
}
