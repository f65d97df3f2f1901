using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>How often a flag was evaluated: by an engine, or by all processes that report to a store.</summary>
public sealed record FlagUsage
{
    /// <summary>The flag's key.</summary>
    public required string Key { get; init; }

    /// <summary>The scope of the manifest that declares the flag; null where none does, and in what a store has added up, which belongs to one application.</summary>
    public string? Scope { get; init; }

    /// <summary>How often the flag was evaluated, by whichever snapshot of an engine.</summary>
    public required long Evaluations { get; init; }

    /// <summary>How often each variant was given; a boolean flag's values without a variant are <c>true</c> and <c>false</c>.</summary>
    /// <value>Empty for a sensitive flag, of whose values nothing is told, and for values that have no name.</value>
    public required IReadOnlyDictionary<string, long> ByVariant { get; init => field = ValueMap<long>.Of(value); }

    /// <summary>When the flag was last evaluated, as far as the engine knows: it reads no clock while it counts, and gives the time of the first reading that saw the count grow.</summary>
    public required DateTimeOffset LastEvaluated { get; init; }

    /// <summary>The version of the application that evaluated the flag last; null where an engine is asked, which knows of no other.</summary>
    public string? LastVersion { get; init; }
}
