using Aurum.FlagGen.Hosting;
using Aurum.FlagGen.Stores;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Following;

/// <summary>Keeps an engine at what its store holds: loads, watches, and after a failure tries again. Until then the engine keeps what it has.</summary>
internal sealed class FlagSetRefresher(FlagSetSync sync, TimeProvider timeProvider, ILogger logger, RefreshPace pace) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _clock = GuardedClock.For(timeProvider);
    private readonly ILogger _logger = GuardedLogger.For(logger);
    private readonly TaskCompletionSource _firstAttempt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task _running = Task.CompletedTask;
    private TimeSpan _delay = pace.First;
    private volatile bool _hasFailed;
    private int _isStopped;

    /// <summary>Ends when the store was asked for the first time, whether it answered or not.</summary>
    public Task FirstAttempt => _firstAttempt.Task;

    /// <summary>Whether the last attempt failed.</summary>
    public bool HasFailed => _hasFailed;

    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Stops, and waits until nothing runs any more. May be called again.</summary>
    /// <param name="cancellationToken">Ends the wait for a store that does not let go.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        Dispose();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Stops without waiting. May be called again.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isStopped, 1) == 0)
        {
            // Cancelling is all the disposal that it needs: the running loop may still ask for its token.
            ForeignCode.Cancel(_stop);
        }
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await TryAsync(FollowAsync).ConfigureAwait(false);
            await PauseAsync().ConfigureAwait(false);
        }
    }

    private async Task FollowAsync()
    {
        // The watch begins before the load, so that no change falls between the two.
        IAsyncEnumerator<FlagSetChange> changes = StoreWatch.ChangesOf(sync.Store, _stop.Token).GetAsyncEnumerator(_stop.Token);
        await using (changes.ConfigureAwait(false))
        {
            Task<bool> change = changes.MoveNextAsync().AsTask();
            while (!_stop.IsCancellationRequested)
            {
                bool isLoaded = await TryAsync(LoadAsync).ConfigureAwait(false);
                if (isLoaded)
                {
                    Recover(change);
                    await Task.WhenAny(change).ConfigureAwait(false);
                }
                else
                {
                    await PauseAsync(change).ConfigureAwait(false);
                }

                if (!change.IsCompleted)
                {
                    continue;
                }

                if (!await change.ConfigureAwait(false))
                {
                    // A store that tells of nothing more may change all the same: it is asked now and then.
                    _delay = pace.Longest;
                    return;
                }

                change = changes.MoveNextAsync().AsTask();
            }
        }
    }

    private async Task LoadAsync() => await sync.RefreshAsync(_stop.Token).ConfigureAwait(false);

    // A store that answers but cannot be watched has not recovered: its changes would go unnoticed.
    private void Recover(Task<bool> change)
    {
        _firstAttempt.TrySetResult();
        if (change.IsFaulted)
        {
            return;
        }

        _delay = pace.First;
        if (_hasFailed)
        {
            _hasFailed = false;
            Log.StoreIsBack(_logger, sync.Store.GetType().Name, sync.Last?.Version);
        }
    }

    // A store is somebody else's code over somebody else's network: whatever it throws, the flags in force stay in force and the store is asked again.
    // An exception that ended this loop would freeze the flags of the process without a word.
    private async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
            return true;
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // Whatever a store throws while it is left is of no interest any more.
            _firstAttempt.TrySetResult();
            return false;
        }
        catch (Exception exception)
        {
            string message = ForeignCode.MessageOf(exception);
            sync.Engine.StoreFault = message;
            if (!_hasFailed)
            {
                _hasFailed = true;
                Tell(message, exception is FeatureFlagStoreException ? null : exception);
            }

            _firstAttempt.TrySetResult();
            return false;
        }
    }

    private void Tell(string message, Exception? exception)
    {
        string store = sync.Store.GetType().Name;
        if (sync.Last is null)
        {
            Log.StoreNeverCame(_logger, store, message, exception);
        }
        else
        {
            Log.StoreIsAway(_logger, store, message, exception);
        }
    }

    /// <summary>Waits out the present delay, or until something happens, and makes the next delay longer.</summary>
    private async Task PauseAsync(Task? other = null)
    {
        using CancellationTokenSource timer = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        Task delay = Task.Delay(_delay, _clock, timer.Token);
        await Task.WhenAny(other ?? delay, delay).ConfigureAwait(false);
        await timer.CancelAsync().ConfigureAwait(false);
        _delay = _delay * 2 < pace.Longest ? _delay * 2 : pace.Longest;
    }
}
