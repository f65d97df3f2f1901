namespace Aurum.FlagGen;

/// <summary>The time during which a rule may match, or a test runs.</summary>
public sealed record WindowExplanation
{
    /// <summary>From when (included), or null.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when (excluded), or null.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The instant of the evaluation.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the instant lies within.</summary>
    public required bool IsOpen { get; init; }
}
