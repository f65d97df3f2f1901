using Aurum.FlagGen.Redis.Connections;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>Hears what is published on the namespace's channel. It subscribes by itself, and again where it could not or where the connection is another.</summary>
internal sealed class RedisSubscription : IAsyncDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly RedisConnection _connection;
    private readonly RedisChannel _channel;
    private readonly RedisStoreOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly RedisLoop _loop;

    private volatile ISubscriber? _subscriber;
    private IConnectionMultiplexer? _subscribed;

    /// <param name="connection">The connection.</param>
    /// <param name="channel">The channel, as it is named to the client.</param>
    /// <param name="options">How long to wait.</param>
    /// <param name="timeProvider">The clock.</param>
    public RedisSubscription(RedisConnection connection, string channel, RedisStoreOptions options, TimeProvider timeProvider)
    {
        _connection = connection;
        _channel = RedisChannel.Literal(channel);
        _options = options;
        _timeProvider = timeProvider;
        _loop = new RedisLoop(SubscribeAsync, RetryInterval, timeProvider);
        connection.Changed += _loop.Wake;
    }

    /// <summary>Takes what is published; null where it is nothing that a store publishes.</summary>
    public required Action<RedisPosition?> OnMessage { get; init; }

    /// <summary>Called when the subscription stands that did not stand before.</summary>
    public required Action OnStanding { get; init; }

    /// <summary>Called when the server is there and the subscription is not to be had.</summary>
    public required Action<Exception> OnRefused { get; init; }

    /// <summary>Whether the client has subscribed, and subscribes again by itself where it has to.</summary>
    public bool IsStanding => _subscriber is not null;

    public void Start() => _loop.Start();

    public async ValueTask DisposeAsync()
    {
        _connection.Changed -= _loop.Wake;
        await _loop.DisposeAsync().ConfigureAwait(false);
        if (_subscriber is { } subscriber)
        {
            await LeaveAsync(subscriber).ConfigureAwait(false);
        }
    }

    private async Task LeaveAsync(ISubscriber subscriber)
    {
        try
        {
            await subscriber.UnsubscribeAsync(_channel, Take, CommandFlags.FireAndForget).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            // The connection is gone, and the subscription with it.
        }
    }

    private async Task<TimeSpan> SubscribeAsync(CancellationToken stop)
    {
        try
        {
            IConnectionMultiplexer multiplexer = await _connection.GetAsync().WaitAsync(_options.ReadTimeout, _timeProvider, stop).ConfigureAwait(false);
            if (!ReferenceEquals(_subscribed, multiplexer))
            {
                _subscriber = null;
                _subscribed = null;
                _subscriber = await ListenAsync(multiplexer, stop).ConfigureAwait(false);
                _subscribed = multiplexer;
                OnStanding();
            }

            return RedisLoop.Jitter(_options.PollInterval);
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            // That there is no connection, whoever asks the store says.
            bool isAway = exception is RedisConnectionException or TimeoutException or ObjectDisposedException;
            if (!isAway)
            {
                OnRefused(exception);
            }

            return isAway && RetryInterval < _options.PollInterval ? RetryInterval : RedisLoop.Jitter(_options.PollInterval);
        }
    }

    private async Task<ISubscriber> ListenAsync(IConnectionMultiplexer multiplexer, CancellationToken stop)
    {
        ISubscriber subscriber = multiplexer.GetSubscriber();
        try
        {
            await subscriber.SubscribeAsync(_channel, Take).WaitAsync(_options.ReadTimeout, _timeProvider, stop).ConfigureAwait(false);
            return subscriber;
        }
        catch (Exception)
        {
            // The client keeps the handler of an attempt that failed, and each further attempt would add one.
            await LeaveAsync(subscriber).ConfigureAwait(false);
            throw;
        }
    }

    // The client calls from a thread of its own.
    private void Take(RedisChannel channel, RedisValue message) => OnMessage(RedisPosition.TryParse(message));
}
