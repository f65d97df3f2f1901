using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>What a store holds, and what manifests declare beside it → a snapshot.</summary>
/// <remarks>
/// All flags that an engine serves are compiled together. Manifests that use one name for different things, and those of other scopes, are compiled by
/// themselves before, so that a generated member always has the flag that its own manifest declares, and so has a flag that requires it.
/// </remarks>
internal sealed class SnapshotCompiler
{
    private readonly FlagSet? _set;
    private readonly EngineDeclarations _declarations;
    private readonly FlagSnapshot? _previous;
    private readonly EvaluationLimits _limits;
    private readonly FlagOverrideValues? _overrides;
    private readonly Dictionary<FlagCatalog, FlagUnit> _units = [];

    private SnapshotCompiler(FlagSet? set, EngineDeclarations declarations, FlagSnapshot? previous, EvaluationLimits limits, FlagOverrideValues? overrides = null)
    {
        _set = set;
        _declarations = declarations;
        _previous = previous;
        _limits = limits;
        _overrides = overrides;
    }

    /// <summary>An engine's first snapshot, of what manifests declare.</summary>
    /// <param name="declarations">What they declare.</param>
    /// <param name="limits">What evaluations may take, in this snapshot and in those that follow it.</param>
    /// <param name="logsDecisions">Whether decisions are to be logged rule by rule.</param>
    public static FlagSnapshot CompileFirst(EngineDeclarations declarations, EvaluationLimits limits, bool logsDecisions) =>
        Watch(new SnapshotCompiler(set: null, declarations, previous: null, limits).Compile(logsDecisions));

    /// <param name="set">What the store holds; null before anything was published.</param>
    /// <param name="previous">The snapshot before, whose compiled flags may serve again.</param>
    /// <param name="left">The scopes that other hosts name as theirs.</param>
    /// <param name="logsDecisions">Whether decisions are to be logged rule by rule.</param>
    public static FlagSnapshot Compile(FlagSet? set, FlagSnapshot previous, IReadOnlySet<string> left, bool logsDecisions) =>
        Watch(new SnapshotCompiler(set, previous.Declarations.At(FlagSlots.Table, left), previous, previous.Whole.Environment.Readers.Limits).Compile(logsDecisions));

    /// <summary>The same snapshot, with the values that tests gave to flags in place of what their definitions decide. What needs these flags is compiled again.</summary>
    public static FlagSnapshot Compile(FlagSnapshot snapshot, FlagOverrideValues overrides) =>
        Watch(new SnapshotCompiler(snapshot.Set, snapshot.Declarations, snapshot, snapshot.Whole.Environment.Readers.Limits, overrides).Compile(snapshot.LogsDecisions));

    private static FlagSnapshot Watch(FlagSnapshot snapshot)
    {
        OpenOverrides.Watch(snapshot);
        return snapshot;
    }

    private FlagSnapshot Compile(bool logsDecisions)
    {
        UnitCompiler compiler = new(_set, UnitSource.WholeOf(_declarations), _previous?.Whole, _limits, _overrides);
        foreach (FlagCatalog catalog in _declarations.Served.Where(_declarations.Apart.Contains))
        {
            compiler.Take(CompileAlone(catalog, _set is null ? null : compiler.ExcerptFor(catalog)));
        }

        FlagUnit whole = compiler.Compile();
        CompiledFlag[] slots = new CompiledFlag[_declarations.Table.Slots.Length];
        foreach (FlagCatalog catalog in _declarations.Served)
        {
            FillSlots(slots, catalog, _units.GetValueOrDefault(catalog, whole));
        }

        foreach (FlagCatalog catalog in _declarations.Foreign)
        {
            FillSlots(slots, catalog, CompileAlone(catalog, set: null));
        }

        return new FlagSnapshot
        {
            Slots = slots,
            Whole = whole,
            Units = _units,
            Declarations = _declarations,
            Faults = [.. FaultsOf(whole).Concat(_declarations.Served.SelectMany(catalog => _units.TryGetValue(catalog, out FlagUnit? unit) ? FaultsOf(unit) : [])).Distinct()],
            Set = _set,
            LogsDecisions = logsDecisions,
        };
    }

    private FlagUnit CompileAlone(FlagCatalog catalog, FlagSet? set)
    {
        UnitSource source = UnitSource.Of(catalog, _declarations);
        FlagUnit? previous = _previous?.Units.GetValueOrDefault(catalog);
        FlagUnit unit = previous is not null && _overrides is null && source.Gave(previous, set) ? previous : new UnitCompiler(set, source, previous, _limits, _overrides).Compile();
        _units.Add(catalog, unit);
        return unit;
    }

    private void FillSlots(CompiledFlag[] slots, FlagCatalog catalog, FlagUnit unit)
    {
        foreach (int slot in catalog.Slots)
        {
            slots[slot] = unit.Flags[unit.Indexes[_declarations.Table.Slots[slot].Key]];
        }
    }

    private static List<FlagFault> FaultsOf(FlagUnit unit)
    {
        List<FlagFault> faults =
        [
            .. (unit.Set?.DeclarationFaults ?? []).Select(static message => new FlagFault(null, null, message)),
            .. unit.Environment.Faults,
            .. LayerOverlaps.Find(unit.Definitions),
        ];
        foreach (CompiledFlag flag in unit.Flags)
        {
            if (flag.Faults.Count > 0)
            {
                faults.AddRange(flag.Faults);
            }
        }

        return faults;
    }
}
