using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>Replaces a rule's fixed percentage by one that follows time or other flags. The bucket stays the same at every step, so a ramp only ever adds units.</summary>
public sealed record RolloutPlan
{
    /// <summary>How the percentage comes about; it decides which of the other members a plan may have. With one that its strategy lacks, or without one that it needs, the rule never matches.</summary>
    public required RolloutStrategy Strategy { get; init; }

    /// <summary>The percentage of <see cref="RolloutStrategy.Percentage"/>, <see cref="RolloutStrategy.Scheduled"/> and <see cref="RolloutStrategy.Targeted"/>.</summary>
    /// <value>0 to 100. Default: null, which is 100, save that <see cref="RolloutStrategy.Percentage"/> needs one.</value>
    public double? Percentage { get; init; }

    /// <summary>Where a gradual rollout starts, in percent.</summary>
    /// <value>Default: null, which is 0.</value>
    public double? StartPercentage { get; init; }

    /// <summary>Where a gradual rollout ends, in percent; at least its start.</summary>
    /// <value>Default: null, which is 100.</value>
    public double? EndPercentage { get; init; }

    /// <summary>What each step of a gradual rollout adds, in percent.</summary>
    public double? StepPercentage { get; init; }

    /// <summary>How long each step of a gradual rollout lasts, in hours.</summary>
    public double? StepIntervalHours { get; init; }

    /// <summary>When a gradual or a scheduled rollout starts (included).</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When a scheduled rollout ends (excluded).</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The segments of a targeted rollout, of which any suffices.</summary>
    public IReadOnlyList<string> UserSegments { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>The flags that must all be on for a targeted rollout.</summary>
    public IReadOnlyList<string> RequiredFlags { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>When the rollout has to end by itself.</summary>
    /// <value>Default: null, no guard.</value>
    public RolloutGuard? Guard { get; init; }

    /// <summary>Members that this version of the library does not know, and lists of nothing that the strategy lacks, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
