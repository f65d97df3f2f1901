using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>What a store holds, and what some manifests declare beside it → flags that were compiled together. Flags whose definition did not change keep their compiled form.</summary>
internal sealed class UnitCompiler
{
    private readonly FlagSet? _set;
    private readonly FlagUnit? _previous;
    private readonly IReadOnlyDictionary<string, FlagSlot> _declared;
    private readonly IReadOnlyDictionary<string, string> _contested;
    private readonly List<FeatureFlag> _definitions = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly FlagEnvironment _environment;
    private readonly FlagCompiler _compiler;
    private readonly StandIns _standIns;
    private readonly bool _mayReuse;
    private readonly FlagOverrideValues? _overrides;

    /// <summary>Each flag at its position, as far as it is compiled.</summary>
    private readonly CompiledFlag?[] _flags;

    /// <summary>How many of the definitions are the store's; the rest are from manifests.</summary>
    private readonly int _fromStore;

    /// <param name="set">What the store holds; null where it has no say.</param>
    /// <param name="source">The manifests.</param>
    /// <param name="previous">The unit before, whose compiled flags may serve again.</param>
    /// <param name="limits">What evaluations may take, and who hears of what they meet.</param>
    /// <param name="overrides">What a test gives to flags; null where none runs.</param>
    public UnitCompiler(FlagSet? set, UnitSource source, FlagUnit? previous, EvaluationLimits limits, FlagOverrideValues? overrides)
    {
        _set = set;
        _previous = previous;
        _overrides = overrides;
        _declared = source.Declared;
        _contested = source.Contested;
        _indexes.EnsureCapacity(set?.Flags.Count ?? 0);
        _definitions.EnsureCapacity(set?.Flags.Count ?? 0);
        AddDefinitions(set?.Flags ?? []);
        _fromStore = _definitions.Count;
        AddDefinitions(_declared.Values.Select(static slot => slot.Definition).Where(flag => set?.Unreadable.ContainsKey(flag.Key) != true));
        AddDefinitions(source.IsWhole ? overrides?.Undeclared(_declared) ?? [] : []);
        _standIns = set is { HasScenarios: true } ? new StandIns(set.Flags) : StandIns.None;
        _flags = new CompiledFlag[_definitions.Count];
        FlagGraph graph = new(_definitions, _indexes, _standIns);
        _environment = new FlagEnvironment(
            [.. set?.Segments ?? [], .. source.Catalogs.SelectMany(static catalog => catalog.Segments)],
            [.. set?.Layers ?? [], .. source.Catalogs.SelectMany(static catalog => catalog.Layers)],
            graph,
            limits,
            set?.Context,
            previous?.Environment);
        _compiler = new FlagCompiler(_environment);
        _mayReuse = previous is not null && _environment.SharesSegmentsWith(previous.Environment);
    }

    /// <summary>The part of the store that the flags of one manifest can depend on.</summary>
    public FlagSet ExcerptFor(FlagCatalog catalog) =>
        StoreExcerpt.Of(_set!, key => _indexes.TryGetValue(key, out int index) && index < _fromStore ? _definitions[index] : null, catalog);

    /// <summary>Takes over the flags of a manifest that was compiled by itself, for those that its keys alone name.</summary>
    public void Take(FlagUnit unit)
    {
        _environment.AddShared(unit.Flags);
        foreach ((string key, FlagSlot slot) in unit.Declared)
        {
            if (ReferenceEquals(_declared.GetValueOrDefault(key), slot) && _indexes.TryGetValue(key, out int index))
            {
                _flags[index] = unit.Flags[unit.Indexes[key]];
            }
        }
    }

    public FlagUnit Compile()
    {
        CompiledFlag[] flags = _flags!;
        _environment.Flags = flags;
        foreach (int index in _environment.Graph.Order)
        {
            flags[index] ??= Override(index) ?? AddScenarios(index, Reuse(index) ?? Compile(index));
        }

        CompiledFlag[] all = [.. flags, .. CompileUnreadable()];
        Dictionary<string, CompiledFlag> contested = CompileContested();
        int sharedCount = _environment.SharedCount;
        _environment.Finish();
        return new FlagUnit
        {
            Flags = all,
            Indexes = _indexes,
            Definitions = _definitions.Count == _set?.Flags.Count && _definitions.Count == _fromStore ? _set.Flags : _definitions,
            Declared = _declared,
            Environment = _environment,
            SharedCount = sharedCount,
            Set = _set,
            Contested = contested,
            IsOverridden = _overrides is not null,
        };
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
        return _compiler.Compile(definition, SourceOf(index), slot?.Definition, slot?.VariantNames, slot?.Scope);
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
        FlagSlot? slot = _declared.GetValueOrDefault(definition.Key);
        return _overrides?.Find(slot?.Scope, definition.Key) is { } value
            ? new FlagOverrideCompiler(_compiler).Compile(definition, value, slot)
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
            && ReferenceEquals(_declared.GetValueOrDefault(definition.Key), _previous.Declared.GetValueOrDefault(definition.Key));
        return isSame ? flag : null;
    }

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
                slot?.VariantNames,
                slot?.Scope);
        }
    }

    private Dictionary<string, CompiledFlag> CompileContested() => _contested
        .Where(pair => !_indexes.ContainsKey(pair.Key))
        .ToDictionary(
            static pair => pair.Key,
            pair => _compiler.CompileError(new FeatureFlag { Key = pair.Key }, FlagSource.None, EvaluationErrorCode.FlagNotFound, pair.Value),
            StringComparer.Ordinal);
}
