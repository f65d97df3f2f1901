namespace Aurum.FlagGen.Evaluation;

/// <summary>The flag that an outcome is of, as far as an evaluation tells of it.</summary>
internal abstract class OutcomeOrigin(FeatureFlag definition, FlagSource source, string? scope, IReadOnlyList<FlagFault> faults)
{
    public FeatureFlag Definition { get; } = definition;

    public FlagSource Source { get; } = source;

    /// <summary>The scope of the manifest that declares the flag; null where none does.</summary>
    public string? Scope { get; } = scope;

    public IReadOnlyList<FlagFault> Faults { get; } = faults;

    /// <summary>From when the flag is stale, in ticks of UTC.</summary>
    public long StaleFrom { get; } = definition.Permanent || definition.Expires is not { } last || last == DateOnly.MaxValue
        ? long.MaxValue
        : last.AddDays(1).ToDateTime(TimeOnly.MinValue).Ticks;
}
