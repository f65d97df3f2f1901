namespace Aurum.FlagGen.Management;

/// <summary>Brings what a store holds into an engine, one load at a time, so that an older state never follows a newer one.</summary>
internal sealed class FlagSetSync(IFeatureFlagStore store, FlagEngine engine) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    private volatile FlagSet? _last;

    public IFeatureFlagStore Store { get; } = store;

    public FlagEngine Engine { get; } = engine;

    /// <summary>What the engine was given last, or null.</summary>
    public FlagSet? Last => _last;

    /// <summary>Loads the store's flags and publishes them if they are others than before.</summary>
    public async ValueTask<FlagSet> RefreshAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            FlagSet set = await Store.LoadAsync(cancellationToken).ConfigureAwait(false);
            Publish(set);
            Engine.StoreFault = set.Fault;
            Engine.RefreshLogging();
            return set;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Publishes one flag that was written, for a store that is away before it could be asked again.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="flag">The flag as it was stored, or null where it was deleted.</param>
    public async ValueTask ApplyAsync(string key, FeatureFlag? flag)
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (_last is { } last)
            {
                IEnumerable<FeatureFlag> others = last.Flags.Where(other => other.Key != key);
                Publish(last with { Version = $"{last.Version}+{key}@{flag?.Version}", Flags = flag is null ? [.. others] : [.. others, flag] });
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private void Publish(FlagSet set)
    {
        FlagSet? last = _last;
        if (set.Version == last?.Version)
        {
            return;
        }

        set = KeepReadable(set, last);
        Engine.Publish(set);
        _last = Engine.Published;
    }

    // A definition that cannot be read any more leaves the last one that could be in force, where the store itself has not given it.
    private static FlagSet KeepReadable(FlagSet set, FlagSet? last)
    {
        if (last is null || set.Unreadable.Count == 0)
        {
            return set;
        }

        HashSet<string> given = [.. set.Flags.Select(static flag => flag.Key).Where(set.Unreadable.ContainsKey)];
        FeatureFlag[] kept = [.. last.Flags.Where(flag => set.Unreadable.ContainsKey(flag.Key) && !given.Contains(flag.Key))];
        return kept.Length == 0 ? set : set with { Flags = [.. set.Flags, .. kept] };
    }
}
