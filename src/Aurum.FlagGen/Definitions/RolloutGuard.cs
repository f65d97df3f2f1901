namespace Aurum.FlagGen;

/// <summary>When a rollout has to end by itself.</summary>
/// <remarks>It is checked and kept; nothing acts on it.</remarks>
public sealed record RolloutGuard
{
    /// <summary>Makes a guard.</summary>
    /// <param name="event">The tracked event that counts as a failure.</param>
    /// <param name="maxRate">The largest share of units with that event that is accepted, from 0 to 1.</param>
    /// <param name="minUnits">How many units must have been seen before the guard judges.</param>
    /// <param name="onBreach"><c>stop</c> or <c>fall_back</c>.</param>
    public RolloutGuard(string @event, double maxRate, int minUnits, string onBreach)
    {
        Event = @event;
        MaxRate = maxRate;
        MinUnits = minUnits;
        OnBreach = onBreach;
    }

    /// <summary>The tracked event that counts as a failure.</summary>
    public string Event { get; init; }

    /// <summary>The largest share of units with that event that is accepted, from 0 to 1.</summary>
    public double MaxRate { get; init; }

    /// <summary>How many units must have been seen before the guard judges.</summary>
    public int MinUnits { get; init; }

    /// <summary><c>stop</c> or <c>fall_back</c>.</summary>
    public string OnBreach { get; init; }

    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
