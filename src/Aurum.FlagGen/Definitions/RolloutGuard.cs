namespace Aurum.FlagGen;

/// <summary>When a rollout has to end by itself.</summary>
/// <remarks>It is checked and kept; nothing acts on it.</remarks>
/// <param name="Event">The tracked event that counts as a failure.</param>
/// <param name="MaxRate">The largest share of units with that event that is accepted, from 0 to 1.</param>
/// <param name="MinUnits">How many units must have been seen before the guard judges.</param>
/// <param name="OnBreach"><c>stop</c> or <c>fall_back</c>.</param>
public sealed record RolloutGuard(string Event, double MaxRate, int MinUnits, string OnBreach)
{
    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
