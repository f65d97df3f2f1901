namespace Aurum.FlagGen;

/// <summary>How a split or a test chose an arm.</summary>
public sealed record SplitExplanation
{
    /// <summary>The attribute that is the targeting key, or null where no bucket was needed.</summary>
    public string? BucketBy { get; init; }

    /// <summary>The targeting key, or null where it is missing or no bucket was needed.</summary>
    public string? TargetingKey { get; init; }

    /// <summary>The unit's bucket in percent, or null where it has none.</summary>
    public double? Bucket { get; init; }

    /// <summary>The arm's variant, or null where the targeting key is missing.</summary>
    public string? Variant { get; init; }
}
