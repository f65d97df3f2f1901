using Aurum.FlagGen.Definitions;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Aurum.FlagGen.Contexts;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Evaluation;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen;

/// <summary>Decides flags from memory. It holds one immutable snapshot of all compiled flags; a change publishes a new one with a single write, so that every evaluation sees one version.</summary>
/// <remarks>Evaluating takes no lock, does no I/O and never throws; on flags that the manifest declares it allocates nothing. Safe for any number of threads.</remarks>
public sealed partial class FlagEngine
{
    /// <summary>How long a match of a pattern may take. The pattern engine is linear in the text, and patterns that cost it more than a second or two are faults; this is the last wall, far behind what any of the rest needs, so that no answer depends on how busy the machine is.</summary>
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Of so many attributes that are not understood each is logged; whoever has more knows by then.</summary>
    private const int MaxMisfits = 100;

    /// <summary>The attributes of which it was logged.</summary>
    private readonly ConcurrentDictionary<string, NotUnderstood> _misfits = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly GuardedListener[] _listeners;
    private readonly UsageLedger _usage;

    /// <summary>The engine from which this one was captured; null for an engine that follows its store.</summary>
    private readonly FlagEngine? _captured;

    private readonly Lock _gate = new();

    /// <summary>What was said of the definitions, so that a fault is told when it appears and not with every change of any flag.</summary>
    private HashSet<FlagFault> _toldFaults = [];

    private volatile FlagSnapshot _snapshot;
    private volatile string? _storeFault;
    private volatile IReadOnlySet<string> _left = ImmutableHashSet<string>.Empty;

    /// <summary>Makes an engine that answers from the manifests compiled into the process until something is published.</summary>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="loggerFactory">Makes the engine's logger; null for none. Decisions are logged rule by rule on level Debug.</param>
    /// <param name="listeners">Who hears of tracked events; null for nobody.</param>
    public FlagEngine(TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null, IEnumerable<IFlagEventListener>? listeners = null)
        : this(timeProvider, loggerFactory, listeners, PatternTimeout)
    {
    }

    /// <summary>Makes an engine that serves the scopes of some manifests; every scope where there are none.</summary>
    internal FlagEngine(TimeProvider? timeProvider, ILoggerFactory? loggerFactory, IEnumerable<IFlagEventListener>? listeners, IReadOnlyList<FlagCatalog> catalogs)
        : this(timeProvider, loggerFactory, listeners, PatternTimeout, catalogs)
    {
    }

    /// <summary>With another limit to a match of a pattern than <see cref="PatternTimeout"/>: what compares answers must not depend on how busy the machine is.</summary>
    internal FlagEngine(
        TimeProvider? timeProvider,
        ILoggerFactory? loggerFactory,
        IEnumerable<IFlagEventListener>? listeners,
        TimeSpan patternTimeout,
        params IReadOnlyList<FlagCatalog> catalogs)
    {
        _time = timeProvider ?? TimeProvider.System;
        _logger = GuardedLogger.For(loggerFactory, typeof(FlagEngine).FullName!);
        _listeners = [.. (listeners ?? []).Select(static listener => new GuardedListener(listener))];
        _usage = new UsageLedger();
        _snapshot = SnapshotCompiler.CompileFirst(EngineDeclarations.Of(FlagSlots.Table, catalogs), new EvaluationLimits(patternTimeout, LogMisfit, CountPatternTimeout), LogsDecisions());
    }

    private FlagEngine(FlagEngine engine)
    {
        _time = engine._time;
        _logger = engine._logger;
        _listeners = engine._listeners;
        _usage = engine._usage;
        _captured = engine._captured ?? engine;
        _snapshot = engine._snapshot;
    }

    /// <summary>The version of the set of flags that is in force.</summary>
    /// <value>The empty text until something is published.</value>
    public string Version => _snapshot.Version;

    /// <summary>The definitions in force, the store's first, then those that only manifests declare.</summary>
    public IReadOnlyList<FeatureFlag> Definitions => Current.Definitions;

    /// <summary>What in the definitions cannot work.</summary>
    public IReadOnlyList<FlagFault> Faults => Current.Faults;

    /// <summary>Why the flags in force are not known to be the store's present ones: it is away, or what it holds cannot be read.</summary>
    /// <value>A sentence; null while all is well. As long as there is one, evaluations are marked as stale.</value>
    public string? StoreFault
    {
        get => (_captured ?? this)._storeFault;
        internal set => _storeFault = value;
    }

    /// <summary>What was published last, without definitions that no reader gives; null where nothing was.</summary>
    internal FlagSet? Published => _snapshot.Set;

    /// <summary>Whether anything was published; until then the manifests decide.</summary>
    internal bool IsPublished => Published is not null;

    /// <summary>The scopes that other hosts name as theirs, and that the engine therefore does not serve.</summary>
    private IReadOnlySet<string> Left => (_captured ?? this)._left;

    private bool IsStoreAway => StoreFault is not null;

    /// <summary>The snapshot, with all flags that manifests have declared up to now, and the overrides of a test in it where one is running.</summary>
    private FlagSnapshot Current
    {
        get
        {
            FlagSnapshot snapshot = _snapshot;
            if (!snapshot.Declarations.IsAt(FlagSlots.Table, Left))
            {
                snapshot = Rebuild();
            }

            return OpenOverrides.Any ? FlagOverrideScope.Apply(_captured ?? this, snapshot) : snapshot;
        }
    }

    /// <summary>Makes a set of flags the one in force. Flags that manifests declare and the set lacks are taken from the manifests.</summary>
    /// <param name="set">The set. Definitions that are the same objects as before keep their compiled form.</param>
    /// <exception cref="InvalidOperationException">The engine was captured and stays at its version.</exception>
    public void Publish(FlagSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (_captured is not null)
        {
            throw new InvalidOperationException("A captured engine stays at its version; publish to the engine that it was captured from.");
        }

        bool logsDecisions = LogsDecisions();
        FlagSnapshot snapshot;
        FlagFault[] newFaults;
        lock (_gate)
        {
            snapshot = Compile(set, logsDecisions);
            newFaults = [.. snapshot.Faults.Where(fault => !_toldFaults.Contains(fault))];
            _toldFaults = [.. snapshot.Faults];
            _snapshot = snapshot;
        }

        Log.Published(_logger, set.Version, snapshot.Flags.Length);
        foreach (FlagFault fault in newFaults)
        {
            string place = fault.FlagKey is null ? "The declarations" : fault.RuleName is null ? $"Flag {fault.FlagKey}" : $"Flag {fault.FlagKey}, rule {fault.RuleName}";
            Log.FlagFaulty(_logger, place, fault.Message);
        }
    }

    /// <summary>An engine that stays at the present version, so that all decisions on one request agree.</summary>
    public FlagEngine Capture() => new(this);

    /// <summary>The definition in force.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="definition">The definition, or null.</param>
    /// <returns>Whether there is one that can be read.</returns>
    public bool TryGetDefinition(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FeatureFlag? definition)
    {
        ArgumentNullException.ThrowIfNull(key);
        FlagSnapshot snapshot = Current;
        bool exists = snapshot.Whole.Indexes.TryGetValue(key, out int index) && index < snapshot.Definitions.Count;
        definition = exists ? snapshot.Definitions[index] : null;
        return exists;
    }

    /// <summary>A flag's compiled form, or null.</summary>
    internal CompiledFlag? FindCompiled(string key) => Current.TryFind(key, out CompiledFlag? flag) ? flag : null;

    /// <summary>Asks the logger again whether decisions are to be logged. A publication asks by itself; in between, somebody has to, because a logger announces no change of its level.</summary>
    internal void RefreshLogging()
    {
        if (LogsDecisions() != _snapshot.LogsDecisions)
        {
            Rebuild();
        }
    }

    /// <summary>Whether the engine's store decides the flags of a scope.</summary>
    internal bool Serves(string scope) => Current.Declarations.Serves(scope);

    /// <summary>Leaves scopes to the hosts that name them as theirs, for an engine whose own host names none.</summary>
    internal void Leave(ImmutableHashSet<string> scopes)
    {
        lock (_gate)
        {
            if (!scopes.SetEquals(_left))
            {
                _left = scopes;
                _snapshot.Outdate();
            }
        }
    }

    /// <summary>Says that the store did not answer in time, unless it has answered since or failed otherwise.</summary>
    internal void ReportSilence(string message)
    {
        lock (_gate)
        {
            if (!IsPublished)
            {
                _storeFault ??= message;
            }
        }
    }

    internal static void CountPatternTimeout() => FlagGenDiagnostics.Count(FlagGenDiagnostics.PatternTimeouts);

    /// <summary>Logs once for each attribute that its value is not understood.</summary>
    private void LogMisfit(string attribute, NotUnderstood misfit)
    {
        // To count the entries takes locks: only for an attribute that is new.
        if (!_misfits.ContainsKey(attribute) && _misfits.Count < MaxMisfits && _misfits.TryAdd(attribute, misfit))
        {
            Log.AttributeNotUnderstood(_logger, attribute, misfit.Description);
        }
    }

    private FlagSnapshot Compile(FlagSet set, bool logsDecisions)
    {
        try
        {
            return SnapshotCompiler.Compile(set, _snapshot, Left, logsDecisions);
        }
        catch (Exception) when (UnwritableFlags.TakeOut(set) is { } sound)
        {
            return SnapshotCompiler.Compile(sound, _snapshot, Left, logsDecisions);
        }
    }

    private bool LogsDecisions() => _logger.IsEnabled(LogLevel.Debug);

    /// <summary>Compiles the same set again, for manifests that were read since, or another level of logging.</summary>
    private FlagSnapshot Rebuild()
    {
        bool logsDecisions = LogsDecisions();
        lock (_gate)
        {
            FlagSnapshot snapshot = _snapshot;
            if (!snapshot.Declarations.IsAt(FlagSlots.Table, Left) || snapshot.LogsDecisions != logsDecisions)
            {
                _snapshot = snapshot = SnapshotCompiler.Compile(snapshot.Set, snapshot, Left, logsDecisions);
            }

            return snapshot;
        }
    }
}
