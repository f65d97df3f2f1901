namespace Aurum.FlagGen.Stores;

/// <summary>One of several stores that are watched together, and the version that it was last seen at.</summary>
internal sealed class WatchedStore : IAsyncDisposable
{
    // What is waited for where nothing comes any more.
    private static readonly Task<bool> Never = new TaskCompletionSource<bool>().Task;

    private readonly IFeatureFlagStore _store;
    private readonly CancellationToken _stop;
    private readonly IAsyncEnumerator<FlagSetChange> _changes;

    /// <summary>Begins to watch.</summary>
    public WatchedStore(IFeatureFlagStore store, CancellationToken stop)
    {
        _store = store;
        _stop = stop;
        _changes = StoreWatch.ChangesOf(store, stop).GetAsyncEnumerator(stop);
        Next = _changes.MoveNextAsync().AsTask();
    }

    /// <summary>Ends when there is something to take.</summary>
    public Task<bool> Next { get; private set; }

    /// <summary>Whether more may come.</summary>
    public bool IsOpen { get; private set; } = true;

    public string Version { get; private set; } = "";

    public async Task LoadAsync() => Version = (await _store.LoadAsync(_stop).ConfigureAwait(false)).Version;

    /// <summary>Takes what has come.</summary>
    /// <returns>Whether something had.</returns>
    public async Task<bool> TakeAsync()
    {
        if (!Next.IsCompleted)
        {
            return false;
        }

        IsOpen = await Next.ConfigureAwait(false);
        if (!IsOpen)
        {
            Next = Never;
            return false;
        }

        Version = _changes.Current.Version;
        Next = _changes.MoveNextAsync().AsTask();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!ReferenceEquals(Next, Never))
        {
            // The watch was told to stop; how it takes that is of no interest any more.
            await ((Task)Next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _changes.DisposeAsync().ConfigureAwait(false);
    }
}
