namespace Aurum.FlagGen;

/// <summary>A flag that a rule needs on or off.</summary>
public sealed record PrerequisiteExplanation
{
    /// <summary>The flag's key.</summary>
    public required string Key { get; init; }

    /// <summary>Whether the flag must be on; otherwise it must be off.</summary>
    public required bool MustBeOn { get; init; }

    /// <summary>Whether it is as it must be.</summary>
    public required bool IsMet { get; init; }

    /// <summary>How the flag was decided; null where the explanation has told it before, because an evaluation decides each flag once.</summary>
    public FlagExplanation? Decision { get; init; }
}
