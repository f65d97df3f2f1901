namespace Aurum.FlagGen.Following;

/// <summary>Brings what a store holds into an engine, one load at a time, so that an older state never follows a newer one.</summary>
internal sealed class FlagSetSync(IFeatureFlagStore store, FlagEngine engine, TimeProvider? timeProvider = null)
{
    /// <summary>
    /// How long a load may take once the store has given flags. The first one has no limit: a store may wait for its
    /// server in it, and the host's start does not wait for it for ever.
    /// </summary>
    private static readonly TimeSpan LoadLimit = TimeSpan.FromMinutes(1);

    /// <summary>How long a write that has happened waits for the load that shows it.</summary>
    private static readonly TimeSpan ShowLimit = TimeSpan.FromSeconds(5);

    private readonly AsyncGate _loading = new();

    private readonly TimeProvider _clock = GuardedClock.For(timeProvider);
    private readonly Lock _gate = new();

    private volatile FlagSet? _last;

    /// <summary>Counts what was applied without a load: a load that began before may lack it.</summary>
    private int _applied;

    public IFeatureFlagStore Store { get; } = store;

    public FlagEngine Engine { get; } = engine;

    /// <summary>What the engine was given last, or null.</summary>
    public FlagSet? Last => _last;

    /// <summary>Loads the store's flags and publishes them if they are others than before.</summary>
    /// <exception cref="FeatureFlagStoreException">The store failed, or did not answer within the limit.</exception>
    public async ValueTask<FlagSet> RefreshAsync(CancellationToken cancellationToken)
    {
        await _loading.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                int applied = Volatile.Read(ref _applied);
                FlagSet set = await LoadAsync(cancellationToken).ConfigureAwait(false);
                if (TryPublish(set, applied))
                {
                    Engine.StoreFault = set.Fault;
                    Engine.RefreshLogging();
                    return set;
                }
            }
        }
        finally
        {
            _loading.Leave();
        }
    }

    /// <summary>
    /// Lets the engine see flags that were written. The writes have happened, so that nothing is thrown here, and a
    /// store that does not answer is not waited for.
    /// </summary>
    /// <param name="written">The flags by their keys, each as it was stored, or null where it was deleted.</param>
    public async ValueTask ShowAsync(IReadOnlyDictionary<string, FeatureFlag?> written)
    {
        try
        {
            using CancellationTokenSource limit = new(ShowLimit, _clock);
            await RefreshAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            TryApply(written);
        }
    }

    // A load that is given up may go on for as long as the store likes; what it gives is not looked at.
    private async ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken)
    {
        if (_last is null)
        {
            return await Store.LoadAsync(cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenSource limit = new(LoadLimit, _clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Store.LoadAsync(either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FeatureFlagStoreException($"The store {Store.GetType().Name} did not answer within {LoadLimit}.");
        }
    }

    private bool TryPublish(FlagSet set, int applied)
    {
        lock (_gate)
        {
            if (applied != _applied)
            {
                return false;
            }

            Publish(set);
            return true;
        }
    }

    // For a store that is away before it could be asked again.
    private void TryApply(IReadOnlyDictionary<string, FeatureFlag?> written)
    {
        try
        {
            lock (_gate)
            {
                _applied++;
                if (_last is { } last)
                {
                    Publish(last with
                    {
                        Version = $"{last.Version}+{string.Join('+', written.Select(static pair => $"{pair.Key}@{pair.Value?.Version}"))}",
                        Flags = [.. last.Flags.Where(flag => !written.ContainsKey(flag.Key)), .. written.Values.OfType<FeatureFlag>()],
                        Unreadable = last.Unreadable.Where(pair => !written.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal),
                    });
                }
            }
        }
        catch (Exception)
        {
            // What the engine does not take here, it does not take from a load either, and the refresher reports that.
        }
    }

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
