using System.Security.Cryptography;
using System.Threading.Channels;
using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Stores;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>Tells watchers of changes: those that are published, those that went unheard, and that the store went away or came back, after which somebody has to ask.</summary>
internal sealed class RedisChangeFeed : IAsyncDisposable
{
    // How often a store that is away is asked whether it is there again; the client itself tries once a second.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly RedisConnection _connection;
    private readonly RedisChannel _channel;
    private readonly RedisStoreOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<CancellationToken, Task<RedisPosition>> _check;
    private readonly Action<RedisPosition> _onHeard;
    private readonly ChangeBroadcast _watchers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly ITimer _burst;

    private Task? _running;
    private ISubscriber? _subscriber;
    private RedisPosition? _told;
    private RedisPosition? _waiting;
    private long _toldAt;
    private bool _hasFailed;

    /// <param name="connection">The connection.</param>
    /// <param name="channel">Where changes are published.</param>
    /// <param name="options">How often to ask.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="check">Asks where the namespace stands; what it throws means that the store is away.</param>
    /// <param name="onHeard">Takes each position that was published.</param>
    public RedisChangeFeed(
        RedisConnection connection, string channel, RedisStoreOptions options, TimeProvider timeProvider, Func<CancellationToken, Task<RedisPosition>> check, Action<RedisPosition> onHeard)
    {
        _connection = connection;
        _channel = RedisChannel.Literal(channel);
        _options = options;
        _timeProvider = timeProvider;
        _check = check;
        _onHeard = onHeard;
        _burst = timeProvider.CreateTimer(static state => ((RedisChangeFeed)state!).EndBurst(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        connection.Changed += Wake;
    }

    public Channel<FlagSetChange> Subscribe()
    {
        Channel<FlagSetChange> watcher = _watchers.Subscribe();
        lock (_gate)
        {
            if (!_stop.IsCancellationRequested)
            {
                _running ??= Task.Run(RunAsync);
            }
        }

        return watcher;
    }

    public void Unsubscribe(Channel<FlagSetChange> watcher) => _watchers.Unsubscribe(watcher);

    public async ValueTask DisposeAsync()
    {
        _connection.Changed -= Wake;
        Task? running;
        lock (_gate)
        {
            _stop.Cancel();
            running = _running;
        }

        if (running is not null)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_subscriber is { } subscriber)
        {
            await subscriber.UnsubscribeAsync(_channel, OnMessage, CommandFlags.FireAndForget).ConfigureAwait(false);
        }

        await _burst.DisposeAsync().ConfigureAwait(false);
        _watchers.Complete();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await AskAsync().ConfigureAwait(false);
            await PauseAsync(_hasFailed ? Shorter(RetryInterval, _options.PollInterval) : Jitter(_options.PollInterval)).ConfigureAwait(false);
        }
    }

    private async Task AskAsync()
    {
        try
        {
            bool isNew = await EnsureSubscribedAsync().ConfigureAwait(false);
            RedisPosition position = await _check(_stop.Token).ConfigureAwait(false);

            // What changed before the subscription stood, and while the store was away, nobody has heard of.
            bool mustTell = isNew || _hasFailed;
            _hasFailed = false;
            Tell(position, mustTell);
        }
        catch (Exception exception) when (exception is FeatureFlagStoreException || RedisFault.Is(exception))
        {
            if (!_hasFailed)
            {
                // Whoever follows the store asks it now, and is told why it does not answer.
                _hasFailed = true;
                Tell(_told ?? RedisPosition.Nothing, mustTell: true);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The store is being disposed.
        }
    }

    private async Task<bool> EnsureSubscribedAsync()
    {
        if (_subscriber is not null)
        {
            return false;
        }

        ISubscriber subscriber = await _connection.GetSubscriberAsync().WaitAsync(_options.ReadTimeout, _timeProvider, _stop.Token).ConfigureAwait(false);
        await subscriber.SubscribeAsync(_channel, OnMessage).WaitAsync(_options.ReadTimeout, _timeProvider, _stop.Token).ConfigureAwait(false);
        _subscriber = subscriber;
        return true;
    }

    private void OnMessage(RedisChannel channel, RedisValue message)
    {
        if (RedisPosition.TryParse(message) is { } position)
        {
            _onHeard(position);
            Tell(position, mustTell: false);
        }
    }

    private void Tell(RedisPosition position, bool mustTell)
    {
        lock (_gate)
        {
            bool isOld = position == _told || (_told is { } told && told.Follows(position)) || (_waiting is { } waiting && waiting.Follows(position));
            if ((isOld && !mustTell) || _stop.IsCancellationRequested)
            {
                return;
            }

            TimeSpan since = _timeProvider.GetElapsedTime(_toldAt);
            if (_toldAt != 0 && since < _options.BurstInterval)
            {
                if (_waiting is null)
                {
                    _burst.Change(_options.BurstInterval - since, Timeout.InfiniteTimeSpan);
                }

                _waiting = _waiting is { } later && later.Follows(position) ? later : position;
                return;
            }

            Publish(position);
        }
    }

    private void EndBurst()
    {
        lock (_gate)
        {
            if (_waiting is { } position && !_stop.IsCancellationRequested)
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

    private void Wake() => _wake.Writer.TryWrite(true);

    private async Task PauseAsync(TimeSpan time)
    {
        using CancellationTokenSource timer = new(time, _timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _stop.Token);
        try
        {
            await _wake.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The time is over, or everything is.
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // Not a decision that anybody would want to repeat: processes that were started together must not ask together.
    private static TimeSpan Jitter(TimeSpan time) => time * RandomNumberGenerator.GetInt32(800, 1201) / 1000;
}
