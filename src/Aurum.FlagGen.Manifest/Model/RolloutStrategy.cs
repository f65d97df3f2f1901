namespace Aurum.FlagGen;

/// <summary>How a rollout plan arrives at its percentage.</summary>
#if FLAGGEN_RUNTIME
public
#else
internal
#endif
enum RolloutStrategy
{
    /// <summary>A fixed percentage.</summary>
    Percentage,

    /// <summary>From a start to an end in equal steps.</summary>
    Gradual,

    /// <summary>A percentage within a time window, nobody outside.</summary>
    Scheduled,

    /// <summary>A percentage of those in given segments for whom given flags are on.</summary>
    Targeted,
}
