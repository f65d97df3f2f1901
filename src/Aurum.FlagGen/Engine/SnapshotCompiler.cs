using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Engine.Overriding;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>What a store holds, and what manifests declare beside it → a snapshot. Flags whose definition did not change keep their compiled form.</summary>
internal sealed class SnapshotCompiler
{
    private readonly FlagSet? _set;
    private readonly FlagSnapshot? _previous;
    private readonly IReadOnlyList<FlagSlot> _slots;
    private readonly Dictionary<string, FlagSlot> _declared;
    private readonly List<FeatureFlag> _definitions = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly FlagEnvironment _environment;
    private readonly FlagCompiler _compiler;
    private readonly StandIns _standIns;
    private readonly bool _mayReuse;
    private readonly IReadOnlyDictionary<string, FlagValue>? _overrides;

    /// <summary>How many of the definitions are the store's; the rest are from manifests.</summary>
    private readonly int _fromStore;

    private SnapshotCompiler(FlagSet? set, FlagSnapshot? previous, TimeSpan patternTimeout, IReadOnlyDictionary<string, FlagValue>? overrides = null)
    {
        _set = set;
        _previous = previous;
        _overrides = overrides;
        _slots = FlagSlots.All;
        _declared = new Dictionary<string, FlagSlot>(_slots.Count, StringComparer.Ordinal);
        foreach (FlagSlot slot in _slots)
        {
            _declared.Add(slot.Key, slot);
        }

        _indexes.EnsureCapacity(set?.Flags.Count ?? 0);
        _definitions.EnsureCapacity(set?.Flags.Count ?? 0);
        AddDefinitions(set?.Flags ?? []);
        _fromStore = _definitions.Count;
        AddDefinitions(_slots.Select(static slot => slot.Definition).Where(flag => set?.Unreadable.ContainsKey(flag.Key) != true));
        AddDefinitions(overrides?.Select(pair => _declared.TryGetValue(pair.Key, out FlagSlot? slot) ? slot.Definition : FlagOverrideCompiler.Define(pair.Key, pair.Value)) ?? []);
        _standIns = set is { HasScenarios: true } ? new StandIns(set.Flags) : StandIns.None;
        FlagGraph graph = new(_definitions, _indexes, _standIns);
        IReadOnlyList<FlagCatalog> catalogs = FlagSlots.Catalogs;
        _environment = new FlagEnvironment(
            [.. set?.Segments ?? [], .. catalogs.SelectMany(static catalog => catalog.Segments)],
            [.. set?.Layers ?? [], .. catalogs.SelectMany(static catalog => catalog.Layers)],
            graph,
            patternTimeout,
            previous?.Environment);
        _compiler = new FlagCompiler(_environment);
        _mayReuse = previous is not null && _environment.SharesSegmentsWith(previous.Environment);
    }

    /// <summary>An engine's first snapshot, of what manifests declare.</summary>
    /// <param name="patternTimeout">How long a match of a pattern may take, in this snapshot and in those that follow it.</param>
    /// <param name="logsDecisions">Whether decisions are to be logged rule by rule.</param>
    public static FlagSnapshot CompileFirst(TimeSpan patternTimeout, bool logsDecisions) =>
        Watch(new SnapshotCompiler(set: null, previous: null, patternTimeout).Compile(logsDecisions));

    /// <param name="set">What the store holds; null before anything was published.</param>
    /// <param name="previous">The snapshot before, whose compiled flags may serve again.</param>
    /// <param name="logsDecisions">Whether decisions are to be logged rule by rule.</param>
    public static FlagSnapshot Compile(FlagSet? set, FlagSnapshot previous, bool logsDecisions) =>
        Watch(new SnapshotCompiler(set, previous, previous.Environment.PatternTimeout).Compile(logsDecisions));

    /// <summary>The same snapshot, with the values that tests gave to flags in place of what their definitions decide. What needs these flags is compiled again.</summary>
    public static FlagSnapshot Compile(FlagSnapshot snapshot, IReadOnlyDictionary<string, FlagValue> overrides) =>
        Watch(new SnapshotCompiler(snapshot.Set, snapshot, snapshot.Environment.PatternTimeout, overrides).Compile(snapshot.LogsDecisions));

    private static FlagSnapshot Watch(FlagSnapshot snapshot)
    {
        OpenOverrides.Watch(snapshot);
        return snapshot;
    }

    private FlagSnapshot Compile(bool logsDecisions)
    {
        CompiledFlag[] flags = new CompiledFlag[_definitions.Count];
        _environment.Flags = flags;
        DividedWork.Run(flags.Length, CompileIndependent);
        foreach (int index in _environment.Graph.Order)
        {
            flags[index] ??= Override(index) ?? AddScenarios(index, Reuse(index) ?? Compile(index));
        }

        CompiledFlag[] all = [.. flags, .. CompileUnreadable()];
        CompiledFlag[] slots = new CompiledFlag[_slots.Count];
        foreach (FlagSlot slot in _slots)
        {
            slots[slot.Index] = all[_indexes[slot.Key]];
        }

        List<FlagFault> faults = [.. _environment.Faults];
        foreach (CompiledFlag flag in all)
        {
            if (flag.Faults.Count > 0)
            {
                faults.AddRange(flag.Faults);
            }
        }

        _environment.Finish();
        return new FlagSnapshot
        {
            Slots = slots,
            Flags = all,
            Indexes = _indexes,
            Definitions = _definitions.Count == _set?.Flags.Count && _definitions.Count == _fromStore ? _set.Flags : _definitions,
            Faults = faults,
            Environment = _environment,
            Set = _set,
            LogsDecisions = logsDecisions,
        };
    }

    /// <summary>Compiles the flags that need no other; the rest wait for those that they need.</summary>
    private void CompileIndependent(int from, int to)
    {
        for (int index = from; index < to; index++)
        {
            if (!_environment.Graph.NeedsOthers(index))
            {
                _environment.Flags[index] = Override(index) ?? AddScenarios(index, Reuse(index) ?? Compile(index));
            }
        }
    }

    private void AddDefinitions(IEnumerable<FeatureFlag> definitions)
    {
        foreach (FeatureFlag definition in definitions)
        {
            if (_indexes.TryAdd(definition.Key, _definitions.Count))
            {
                _definitions.Add(definition);
            }
        }
    }

    private FlagSource SourceOf(int index) => index < _fromStore ? FlagSource.Store : FlagSource.Manifest;

    private CompiledFlag Compile(int index)
    {
        FeatureFlag definition = _definitions[index];
        FlagSlot? slot = _declared.GetValueOrDefault(definition.Key);
        return _compiler.Compile(definition, SourceOf(index), slot?.Definition, slot?.VariantNames);
    }

    private CompiledFlag AddScenarios(int index, CompiledFlag flag)
    {
        IReadOnlyList<StandIn> standIns = _standIns.Of(_definitions[index].Key);
        FlagSlot? slot = standIns.Count == 0 ? null : _declared.GetValueOrDefault(_definitions[index].Key);
        return standIns.Count == 0 ? flag : _compiler.CompileScenarios(flag, standIns, slot?.Definition, slot?.VariantNames);
    }

    private CompiledFlag? Override(int index)
    {
        FeatureFlag definition = _definitions[index];
        return _overrides is not null && _overrides.TryGetValue(definition.Key, out FlagValue? value)
            ? new FlagOverrideCompiler(_compiler).Compile(definition, value, _declared.GetValueOrDefault(definition.Key))
            : null;
    }

    /// <summary>The former compiled form, where nothing that it was made of has changed.</summary>
    private CompiledFlag? Reuse(int index)
    {
        FeatureFlag definition = _definitions[index];
        bool mayReuse = _mayReuse && !_environment.Graph.NeedsOthers(index);
        if (!mayReuse || !_previous!.TryFind(definition.Key, out CompiledFlag? flag))
        {
            return null;
        }

        flag = flag.Scenarios?.Generic ?? flag;
        bool isSame = ReferenceEquals(flag.Definition, definition)
            && flag.Source == SourceOf(index)
            && flag.IsShared == _environment.Graph.IsShared(definition.Key)
            && IsDeclaredAsBefore(definition.Key);
        return isSame ? flag : null;
    }

    /// <summary>Slots are only ever added: a key that has one now had it before if the former snapshot reached as far.</summary>
    private bool IsDeclaredAsBefore(string key) =>
        !_declared.TryGetValue(key, out FlagSlot? slot) || slot.Index < _previous!.Slots.Length;

    /// <summary>Flags of the store that cannot be read answer with an error: with the manifest's default where there is one, else with the caller's.</summary>
    private IEnumerable<CompiledFlag> CompileUnreadable()
    {
        int index = _definitions.Count;
        foreach ((string key, string reason) in _set?.Unreadable ?? new Dictionary<string, string>())
        {
            if (!_indexes.TryAdd(key, index))
            {
                continue;
            }

            index++;
            FlagSlot? slot = _declared.GetValueOrDefault(key);
            yield return _compiler.CompileError(
                slot?.Definition ?? new FeatureFlag { Key = key },
                FlagSource.Store,
                EvaluationErrorCode.ParseError,
                $"The definition of flag '{key}' cannot be read. {reason}",
                slot?.VariantNames);
        }
    }
}
