using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Engine;

/// <summary>Values that tests gave to flags, in force on one asynchronous flow and those that it starts. Of several scopes the innermost counts that names the flag.</summary>
/// <remarks>A scope that is closed is passed over wherever it is still met: in a flow that outlives it, or below one that was opened later.</remarks>
internal sealed class FlagOverrideScope : IDisposable
{
    private static readonly AsyncLocal<FlagOverrideScope?> Ambient = new();

    private readonly FlagOverrideScope? _outer;
    private readonly object? _engine;
    private readonly Dictionary<FlagIdentity, FlagValue> _values;

    /// <summary>What was compiled for this scope, for each snapshot as long as somebody holds that.</summary>
    private readonly ConditionalWeakTable<FlagSnapshot, OverriddenSnapshot> _compiled = [];

    private int _isClosed;

    private FlagOverrideScope(FlagOverrideScope? outer, object? engine, Dictionary<FlagIdentity, FlagValue> values)
    {
        _outer = outer;
        _engine = engine;
        _values = values;
    }

    public bool IsOpen => Volatile.Read(ref _isClosed) == 0;

    /// <param name="values">The flags' values.</param>
    /// <param name="engine">The engine for which alone they count, and for what is captured from it; null for every engine.</param>
    public static FlagOverrideScope Open(IReadOnlyDictionary<FlagIdentity, FlagValue> values, object? engine)
    {
        FlagOverrideScope scope = new(FindOpen(Ambient.Value), engine, new Dictionary<FlagIdentity, FlagValue>(values));
        OpenOverrides.Add();
        Ambient.Value = scope;
        return scope;
    }

    /// <summary>The snapshot with the overrides of the present flow in it, or the snapshot itself where there are none.</summary>
    /// <param name="engine">The engine that asks; for a captured one the one that it was captured from.</param>
    /// <param name="snapshot">The engine's snapshot.</param>
    public static FlagSnapshot Apply(object engine, FlagSnapshot snapshot) =>
        FindOpen(Ambient.Value)?.ApplyTo(snapshot, engine) ?? snapshot;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
        {
            return;
        }

        OpenOverrides.Remove();
        _compiled.Clear();
        Ambient.Value = FindOpen(Ambient.Value);
    }

    private static FlagOverrideScope? FindOpen(FlagOverrideScope? scope)
    {
        while (scope is { IsOpen: false })
        {
            scope = scope._outer;
        }

        return scope;
    }

    private FlagSnapshot ApplyTo(FlagSnapshot snapshot, object engine)
    {
        if (_compiled.TryGetValue(snapshot, out OverriddenSnapshot? compiled) && compiled.IsValid)
        {
            return compiled.Snapshot;
        }

        Dictionary<FlagIdentity, FlagValue> values = [];
        List<FlagOverrideScope> scopes = [];
        for (FlagOverrideScope? scope = this; scope is not null; scope = FindOpen(scope._outer))
        {
            if (scope._engine is null || ReferenceEquals(scope._engine, engine))
            {
                scopes.Add(scope);
                foreach ((FlagIdentity flag, FlagValue value) in scope._values)
                {
                    values.TryAdd(flag, value);
                }
            }
        }

        FlagSnapshot overridden = values.Count == 0 ? snapshot : SnapshotCompiler.Compile(snapshot, new FlagOverrideValues(values));
        _compiled.AddOrUpdate(snapshot, new OverriddenSnapshot(overridden, [.. scopes]));
        return overridden;
    }
}
