using System.Diagnostics.CodeAnalysis;
using Aurum.FlagGen.Engine.Overriding;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>All compiled flags at one instant. Immutable.</summary>
internal sealed class FlagSnapshot
{
    private int _failureReports;
    private volatile EvaluationTemplate? _template;

    /// <summary>The flags by slot, where an evaluation may take them without further ado: empty while decisions are logged or a test overrides flags, so that the path that does neither has nothing to check.</summary>
    public CompiledFlag[] Fast { get; private set; } = [];

    /// <summary>The flags by slot: every slot that was handed out before the snapshot was made has one.</summary>
    public required CompiledFlag[] Slots { get; init; }

    /// <summary>Every flag, in the store's order, then those that only manifests declare.</summary>
    public required CompiledFlag[] Flags { get; init; }

    /// <summary>Positions in <see cref="Flags"/> by key.</summary>
    public required Dictionary<string, int> Indexes { get; init; }

    /// <summary>The definitions, in the same order, those left out that cannot be read.</summary>
    public required IReadOnlyList<FeatureFlag> Definitions { get; init; }

    public required IReadOnlyList<FlagFault> Faults { get; init; }

    public required FlagEnvironment Environment { get; init; }

    /// <summary>What the store gave; null where nothing was published yet.</summary>
    public required FlagSet? Set { get; init; }

    /// <summary>Whether decisions are logged rule by rule.</summary>
    public required bool LogsDecisions { get; init; }

    /// <summary>For evaluating all flags at once; null until somebody does.</summary>
    public EvaluationTemplate? Template
    {
        get => _template;
        set => _template = value;
    }

    public string Version => Set?.Version ?? "";

    /// <summary>Fills or empties <see cref="Fast"/>; <see cref="OpenOverrides"/> alone decides.</summary>
    public void Open(bool isOverridden) => Fast = isOverridden || LogsDecisions ? [] : Slots;

    public bool TryFind(string key, [NotNullWhen(true)] out CompiledFlag? flag)
    {
        flag = Indexes.TryGetValue(key, out int index) ? Flags[index] : null;
        return flag is not null;
    }

    /// <summary>True once: a context that cannot be read is logged for one evaluation of a snapshot.</summary>
    public bool ClaimFailureReport() => Interlocked.Exchange(ref _failureReports, 1) == 0;
}
