using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Connections;

/// <summary>The connection of one store: opened when it is first needed, and told of when it comes and goes.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<IConnectionMultiplexer>> _connect;
    private readonly bool _isOwner;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();

    private Task<IConnectionMultiplexer>? _opening;
    private bool _isDisposed;

    public RedisConnection(RedisStoreOptions options)
    {
        _isOwner = options.Connect is null;
        _connect = options.Connect ?? (_ => ConnectAsync(Configure(options)));
    }

    /// <summary>Raised when the connection was lost, came back, or found the servers in other roles.</summary>
    public event Action? Changed;

    /// <summary>Whether somebody has connected, and a server answers as far as is known.</summary>
    public bool IsConnected => _opening is { IsCompletedSuccessfully: true } opened && opened.Result.IsConnected;

    /// <summary>Whether the first attempt to connect is still under way.</summary>
    public bool IsOpening => Open() is { IsCompleted: false };

    /// <summary>What the connection calls the servers, without passwords.</summary>
    public string Describe() => _opening is { IsCompletedSuccessfully: true } opened
        ? string.Join(", ", opened.Result.GetEndPoints().Select(static endpoint => EndPointCollection.ToString(endpoint)))
        : "the server";

    /// <summary>The database, of a connection that may be there or may be lost by now.</summary>
    public async Task<IDatabase> GetDatabaseAsync() => (await Open().ConfigureAwait(false)).GetDatabase();

    public async Task<ISubscriber> GetSubscriberAsync() => (await Open().ConfigureAwait(false)).GetSubscriber();

    /// <summary>Has the client look anew for which server is the primary one, without waiting for it.</summary>
    public void LookForPrimary()
    {
        if (_opening is { IsCompletedSuccessfully: true } opened && opened.Result is ConnectionMultiplexer multiplexer)
        {
            _ = multiplexer.ConfigureAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<IConnectionMultiplexer>? opening;
        lock (_gate)
        {
            _isDisposed = true;
            opening = _opening;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        if (opening is { IsCompleted: false })
        {
            // The client gives up after seconds; nobody has to wait for it.
            _ = opening.ContinueWith(CloseAsync, CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
        else if (opening is { IsCompletedSuccessfully: true })
        {
            await CloseAsync(opening).ConfigureAwait(false);
        }
    }

    private async Task CloseAsync(Task<IConnectionMultiplexer> opened)
    {
        IConnectionMultiplexer multiplexer = await opened.ConfigureAwait(false);
        multiplexer.ConnectionFailed -= OnChanged;
        multiplexer.ConnectionRestored -= OnChanged;
        multiplexer.ConfigurationChanged -= OnConfigured;
        if (_isOwner)
        {
            await multiplexer.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
            await multiplexer.DisposeAsync().ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private static ConfigurationOptions Configure(RedisStoreOptions options)
    {
        ConfigurationOptions configuration = ConfigurationOptions.Parse(options.Configuration!);

        // The application starts without its store; what a command may wait for is decided here and not in a queue.
        configuration.AbortOnConnectFail = false;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ClientName ??= "Aurum.FlagGen";
        configuration.ReconnectRetryPolicy = new ExponentialRetry(deltaBackOffMilliseconds: 250, maxDeltaBackOffMilliseconds: 2000);
        configuration.ConfigCheckSeconds = 5;
        configuration.AsyncTimeout = (int)options.ReadTimeout.TotalMilliseconds;
        return configuration;
    }

    private static async Task<IConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration) =>
        await ConnectionMultiplexer.ConnectAsync(configuration).ConfigureAwait(false);

    private Task<IConnectionMultiplexer> Open()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisFeatureFlagStore));
            if (_opening is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _opening = Task.Run(OpenAsync);
            }

            return _opening;
        }
    }

    private async Task<IConnectionMultiplexer> OpenAsync()
    {
        IConnectionMultiplexer multiplexer = await _connect(_stop.Token).ConfigureAwait(false);
        multiplexer.ConnectionFailed += OnChanged;
        multiplexer.ConnectionRestored += OnChanged;
        multiplexer.ConfigurationChanged += OnConfigured;
        return multiplexer;
    }

    private void OnChanged(object? sender, ConnectionFailedEventArgs e) => Changed?.Invoke();

    private void OnConfigured(object? sender, EndPointEventArgs e) => Changed?.Invoke();
}
