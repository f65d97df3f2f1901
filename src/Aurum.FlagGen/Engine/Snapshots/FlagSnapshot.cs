using System.Diagnostics.CodeAnalysis;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>All compiled flags at one instant. Immutable.</summary>
internal sealed class FlagSnapshot
{
    private int _failureReports;
    private volatile bool _isOutdated;

    /// <summary>The flags by slot, where an evaluation may take them without further ado: empty while decisions are logged or a test overrides flags, so that the path that does neither has nothing to check.</summary>
    public CompiledFlag[] Fast { get; private set; } = [];

    /// <summary>The flags by slot: every slot that was handed out before the snapshot was made has one.</summary>
    public required CompiledFlag[] Slots { get; init; }

    /// <summary>The flags that the engine serves, by key.</summary>
    public required FlagUnit Whole { get; init; }

    /// <summary>Manifests that are compiled by themselves.</summary>
    public required IReadOnlyDictionary<FlagCatalog, FlagUnit> Units { get; init; }

    /// <summary>What manifests declare, as the snapshot was compiled from it.</summary>
    public required EngineDeclarations Declarations { get; init; }

    public required IReadOnlyList<FlagFault> Faults { get; init; }

    /// <summary>What the store gave; null where nothing was published yet.</summary>
    public required FlagSet? Set { get; init; }

    /// <summary>Whether decisions are logged rule by rule.</summary>
    public required bool LogsDecisions { get; init; }

    /// <summary>Every flag that a key names, in the store's order, then those that only manifests declare.</summary>
    public CompiledFlag[] Flags => Whole.Flags;

    /// <summary>The definitions, in the same order, those left out that cannot be read.</summary>
    public IReadOnlyList<FeatureFlag> Definitions => Whole.Definitions;

    public string Version => Set?.Version ?? "";

    /// <summary>Fills or empties <see cref="Fast"/>; <see cref="OpenOverrides"/> alone decides.</summary>
    public void Open(bool isOverridden) => Fast = isOverridden || LogsDecisions || _isOutdated ? [] : Slots;

    /// <summary>Empties <see cref="Fast"/> for good, because a manifest was read again: the next evaluation finds that out and compiles another snapshot.</summary>
    public void Outdate()
    {
        _isOutdated = true;
        Fast = [];
    }

    public bool TryFind(string key, [NotNullWhen(true)] out CompiledFlag? flag) => Whole.TryFind(key, out flag);

    /// <summary>Whether any flag of the snapshot has a key.</summary>
    public bool Has(string key)
    {
        if (Whole.Indexes.ContainsKey(key))
        {
            return true;
        }

        foreach (FlagUnit unit in Units.Values)
        {
            if (unit.Indexes.ContainsKey(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True once: a context that cannot be read is logged for one evaluation of a snapshot.</summary>
    public bool ClaimFailureReport() => Interlocked.Exchange(ref _failureReports, 1) == 0;
}
