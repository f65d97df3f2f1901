namespace Aurum.FlagGen.Evaluation;

/// <summary>What a compiled flag is made of.</summary>
internal readonly record struct FlagParts
{
    public required FeatureFlag Definition { get; init; }

    public required FlagSource Source { get; init; }

    /// <summary>The scope of the manifest that declares the flag; null where none does.</summary>
    public string? Scope { get; init; }

    /// <summary>Everything that the flag can give, but for what follows from it.</summary>
    public required FlagOutcome[] Outcomes { get; init; }

    /// <summary>What is given where no rule and no test decides.</summary>
    public required FlagOutcome Fallback { get; init; }

    /// <summary>What is given where the context cannot be read, if it is not the fallback's value.</summary>
    public FlagOutcome? Failure { get; init; }

    public CompiledRule[] Rules { get; init; }

    public CompiledTest? Test { get; init; }

    public IReadOnlyList<FlagFault> Faults { get; init; }

    public bool IsShared { get; init; }

    /// <summary>How many flags of the whole set are shared.</summary>
    public int SharedInSet { get; init; }
}
