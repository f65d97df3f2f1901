namespace Aurum.FlagGen;

/// <summary>How a percentage decided.</summary>
public sealed record RolloutExplanation
{
    /// <summary>The attribute that is the targeting key, or null where no bucket was needed.</summary>
    public string? BucketBy { get; init; }

    /// <summary>The targeting key, or null where it is missing or no bucket was needed.</summary>
    public string? TargetingKey { get; init; }

    /// <summary>The unit's bucket in percent, or null where it has none.</summary>
    public double? Bucket { get; init; }

    /// <summary>Below which bucket a unit is in, in percent.</summary>
    public required double Percentage { get; init; }

    /// <summary>Whether the percentage follows a rollout plan over time.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether the unit is in.</summary>
    public required bool IsIn { get; init; }
}
