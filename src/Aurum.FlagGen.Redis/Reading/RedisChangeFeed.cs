using System.Threading.Channels;
using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Health;
using Aurum.FlagGen.Stores;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>Tells watchers of changes: those that are published, those that went unheard, and that the store went away or came back, after which somebody has to ask.</summary>
/// <remarks>
/// Two loops, neither of which waits for the other: one asks where the namespace stands, the other keeps the subscription. What is published is a hint, which
/// anybody can give who may publish: it has the store asked, and nothing else is believed of it.
/// </remarks>
internal sealed class RedisChangeFeed : IAsyncDisposable
{
    // How often a store that is away is asked whether it is there again; the client itself tries once a second.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    // One that a poll was faster than, or that was lost with a connection, says nothing.
    private const int UnheardInARow = 2;

    private readonly RedisConnection _connection;
    private readonly RedisStoreOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<CancellationToken, Task<RedisPosition>> _check;
    private readonly HearingRecord _hearing;
    private readonly ChangeBroadcast _watchers = new();
    private readonly RedisLoop _asking;
    private readonly RedisSubscription _subscription;
    private readonly Lock _gate = new();
    private readonly ITimer _burst;

    private RedisPosition? _confirmed;
    private RedisPosition? _told;
    private RedisPosition? _waiting;
    private volatile RedisPosition? _farthest;
    private RedisPosition? _heard;
    private bool _wasStanding;
    private int _unheard;
    private long _toldAt;
    private bool _hasFailed;
    private volatile bool _hasToldOfFailure;
    private bool _isDisposed;

    /// <param name="connection">The connection.</param>
    /// <param name="channel">Where changes are published, as it is named to the client.</param>
    /// <param name="options">How often to ask.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="check">Asks where the namespace stands; what it throws means that the store is away.</param>
    /// <param name="hearing">Keeps whether publications are heard.</param>
    public RedisChangeFeed(
        RedisConnection connection, string channel, RedisStoreOptions options, TimeProvider timeProvider, Func<CancellationToken, Task<RedisPosition>> check, HearingRecord hearing)
    {
        _connection = connection;
        _options = options;
        _timeProvider = timeProvider;
        _check = check;
        _hearing = hearing;
        _burst = timeProvider.CreateTimer(static state => ((RedisChangeFeed)state!).EndBurst(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _asking = new RedisLoop(AskAsync, RetryInterval, timeProvider);
        _subscription = new RedisSubscription(connection, channel, options, timeProvider)
        {
            OnMessage = Hear,
            OnStanding = Stand,
            OnRefused = hearing.Refuse,
        };
        connection.Changed += _asking.Wake;
    }

    /// <summary>The latest position of those that were published, true or not; null where none was.</summary>
    public RedisPosition? Farthest => _farthest;

    public Channel<FlagSetChange> Subscribe()
    {
        Channel<FlagSetChange> watcher = _watchers.Subscribe();
        _subscription.Start();
        _asking.Start();
        return watcher;
    }

    /// <summary>Notes that the flags were loaded: the next failure is news to whoever loaded them.</summary>
    public void NoteLoaded() => _hasToldOfFailure = false;

    /// <summary>Forgets a position that was published and is not the store's.</summary>
    public void Dismiss(RedisPosition position)
    {
        lock (_gate)
        {
            _farthest = _farthest == position ? null : _farthest;
        }
    }

    public void Unsubscribe(Channel<FlagSetChange> watcher) => _watchers.Unsubscribe(watcher);

    public async ValueTask DisposeAsync()
    {
        _connection.Changed -= _asking.Wake;
        lock (_gate)
        {
            _isDisposed = true;
        }

        await _asking.DisposeAsync().ConfigureAwait(false);
        await _subscription.DisposeAsync().ConfigureAwait(false);
        await _burst.DisposeAsync().ConfigureAwait(false);
        _watchers.Complete();
    }

    private async Task<TimeSpan> AskAsync(CancellationToken stop)
    {
        try
        {
            RedisPosition position = await _check(stop).ConfigureAwait(false);
            bool isBack = _hasFailed;
            _hasFailed = false;
            _hasToldOfFailure = false;
            CountUnheard(position);
            lock (_gate)
            {
                // What changed while the store was away, nobody has heard of.
                _confirmed = position;
                if (isBack || position != (_waiting ?? _told))
                {
                    Tell(position);
                }
            }
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            lock (_gate)
            {
                _hasFailed = true;
                if (!_hasToldOfFailure)
                {
                    // Whoever follows the store asks it now, and is told why it does not answer.
                    _hasToldOfFailure = true;
                    Tell(_told ?? RedisPosition.Nothing);
                }
            }
        }

        return _hasFailed && RetryInterval < _options.PollInterval ? RetryInterval : RedisLoop.Jitter(_options.PollInterval);
    }

    // A subscription that stands and hears nothing of what happens: a proxy swallows publications, the writers publish elsewhere, or may not publish.
    private void CountUnheard(RedisPosition position)
    {
        lock (_gate)
        {
            bool isStanding = _subscription.IsStanding;
            bool isUnheard = isStanding && _wasStanding && _confirmed is { } before && position.Follows(before) && _heard != position;
            _unheard = isUnheard ? _unheard + 1 : _unheard;
            _wasStanding = isStanding;
        }

        if (_unheard >= UnheardInARow)
        {
            _hearing.MissAll();
        }
    }

    private void Stand()
    {
        _hearing.Stand();
        _asking.Wake();
    }

    private void Hear(RedisPosition? position)
    {
        if (position is null)
        {
            _hearing.Doubt();
            return;
        }

        lock (_gate)
        {
            _heard = position;
            _farthest = _farthest?.Epoch != position.Epoch || position.Follows(_farthest) ? position : _farthest;
            _unheard = 0;
            if (position != _confirmed && position != (_waiting ?? _told) && _confirmed?.Follows(position) != true)
            {
                Tell(position);
            }
        }

        _hearing.Hear();
    }

    private void Tell(RedisPosition position)
    {
        if (_isDisposed)
        {
            return;
        }

        TimeSpan since = _timeProvider.GetElapsedTime(_toldAt);
        if (_toldAt == 0 || since >= _options.BurstInterval)
        {
            Publish(position);
            return;
        }

        if (_waiting is null)
        {
            _burst.Change(_options.BurstInterval - since, Timeout.InfiniteTimeSpan);
        }

        _waiting = position;
    }

    private void EndBurst()
    {
        lock (_gate)
        {
            if (_waiting is { } position && !_isDisposed)
            {
                Publish(position);
            }
        }
    }

    private void Publish(RedisPosition position)
    {
        _waiting = null;
        _told = position;
        _toldAt = _timeProvider.GetTimestamp();
        _watchers.Publish(position.SetVersion);
    }
}
