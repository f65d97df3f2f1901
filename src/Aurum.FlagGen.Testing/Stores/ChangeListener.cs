namespace Aurum.FlagGen.Testing;

/// <summary>Watches a store, beginning when it is made.</summary>
internal sealed class ChangeListener : IAsyncDisposable
{
    private readonly IFeatureFlagStore _store;
    private readonly CancellationToken _token;
    private readonly CancellationTokenSource _stop;
    private readonly IAsyncEnumerator<FlagSetChange> _changes;

    private Task<bool> _next;

    public ChangeListener(IFeatureFlagStore store, CancellationToken token)
    {
        _store = store;
        _token = token;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        _changes = store.WatchAsync(_stop.Token).GetAsyncEnumerator(_stop.Token);
        _next = _changes.MoveNextAsync().AsTask();
    }

    /// <summary>Waits until a change is told whose version is that of the set by now.</summary>
    public async Task<FlagSet> WaitForPresentAsync()
    {
        FlagSet set = await _store.LoadAsync(CancellationToken.None).ConfigureAwait(false);
        while (true)
        {
            Expect.That(await _next.ConfigureAwait(false), "A watch goes on until it is cancelled.");
            FlagSetChange change = _changes.Current;
            _next = _changes.MoveNextAsync().AsTask();
            if (change.Version == set.Version)
            {
                return set;
            }

            _token.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _changes.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }
}
