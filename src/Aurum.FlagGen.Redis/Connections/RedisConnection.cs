using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Connections;

/// <summary>The connection of one store: opened when it is first needed, and told of when it comes and goes.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    // Longer than a failover takes, and longer than the client itself waits between two attempts.
    private static readonly TimeSpan PatienceWithClient = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _timeProvider;
    private readonly Func<CancellationToken, Task<IConnectionMultiplexer>> _connect;
    private readonly bool _isOwner;

    /// <summary>The store, which is what is disposed for those who still ask.</summary>
    private readonly object _owner;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();

    private Task<IConnectionMultiplexer>? _opening;

    /// <summary>
    /// Counts the attempts to connect, and those that were given up: what comes of an older one is not the connection.
    /// </summary>
    private int _attempt;
    private volatile string _servers;
    private volatile string _channelPrefix = "";
    private volatile string? _failure;
    private long? _missingSince;
    private bool _isDisposed;

    public RedisConnection(RedisStoreOptions options, TimeProvider timeProvider, object owner)
    {
        _timeProvider = timeProvider;
        _owner = owner;
        _isOwner = options.Connect is null;
        if (options.Connect is { } connect)
        {
            _connect = connect;
            _servers = "the application's connection";
            return;
        }

        ConfigurationOptions configuration = Configure(options);
        _connect = _ => ConnectAsync(configuration);
        _servers = RedisConfiguration.DescribeServers(configuration);
        _channelPrefix = RedisConfiguration.PrefixOf(configuration);
    }

    /// <summary>Raised when the connection was lost, came back, or found the servers in other roles.</summary>
    public event Action? Changed;

    /// <summary>What the client puts before each channel; known from the start, or where the application makes the connection, once it has.</summary>
    public string ChannelPrefix => _channelPrefix;

    /// <summary>Whether somebody has connected, and a server answers as far as is known.</summary>
    public bool IsConnected
    {
        get
        {
            try
            {
                return _opening is { IsCompletedSuccessfully: true } opened && opened.Result.IsConnected;
            }
            catch (Exception)
            {
                // The application's own connection, which is closed, or has its own ways.
                return false;
            }
        }
    }

    /// <summary>Whether the first attempt to connect is still under way.</summary>
    public bool IsOpening => Open() is { IsCompleted: false };

    /// <summary>The servers, without passwords.</summary>
    public string Describe() => _servers;

    /// <summary>That there is no connection, and why, as far as the client has said.</summary>
    public string DescribeAbsence() =>
        $"There is no connection; see whether the address is right and the server runs.{(_failure is { } failure ? $" ({failure})" : "")}";

    /// <summary>The connection, which may be there or may be lost by now.</summary>
    public Task<IConnectionMultiplexer> GetAsync() => Open();

    /// <summary>The database, of a connection that may be there or may be lost by now.</summary>
    public async Task<IDatabase> GetDatabaseAsync() => (await Open().ConfigureAwait(false)).GetDatabase();

    /// <summary>Has the client look anew for which server is the primary one, without waiting for it.</summary>
    public void LookForPrimary()
    {
        Miss();
        if (_opening is { IsCompletedSuccessfully: true } opened && opened.Result is ConnectionMultiplexer multiplexer)
        {
            try
            {
                _ = multiplexer.ConfigureAsync();
            }
            catch (Exception)
            {
                // The application has closed it, and is asked for another.
            }
        }
    }

    /// <summary>Notes that a server has answered.</summary>
    public void Reach()
    {
        lock (_gate)
        {
            _missingSince = null;
        }
    }

    /// <summary>Notes that there is no server to be had. A client that has found none for long is replaced: after a failover, one may never find the new primary.</summary>
    public void Miss()
    {
        Task<IConnectionMultiplexer>? stuck = null;
        lock (_gate)
        {
            // What the application has given, it replaces itself. An attempt that does not end is let go of, whoever
            // makes it.
            if (_isDisposed || _opening is null || (!_isOwner && _opening.IsCompleted))
            {
                return;
            }

            _missingSince ??= _timeProvider.GetTimestamp();
            if (_timeProvider.GetElapsedTime(_missingSince.Value) >= PatienceWithClient)
            {
                stuck = _opening;
                _opening = null;
                _attempt++;
                _missingSince = null;
            }
        }

        if (stuck is not null)
        {
            _ = LeaveAsync(stuck);
            ForeignCode.Raise(Changed);
        }
    }

    /// <summary>Lets go of a connection that the application has closed: with the next question it is asked for another.</summary>
    public void Reopen()
    {
        lock (_gate)
        {
            if (!_isOwner && !_isDisposed && _opening is { IsCompletedSuccessfully: true } closed)
            {
                Unfollow(closed.Result);
                _opening = null;
            }
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

        ForeignCode.Cancel(_stop);
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
        Unfollow(multiplexer);
        if (_isOwner)
        {
            await multiplexer.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
            await multiplexer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task LeaveAsync(Task<IConnectionMultiplexer> stuck)
    {
        try
        {
            await CloseAsync(stuck).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // All that was asked of it has failed, and so may its end.
        }
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
            ObjectDisposedException.ThrowIf(_isDisposed, _owner);
            if (_opening is null or { IsFaulted: true } or { IsCanceled: true })
            {
                int attempt = ++_attempt;
                _opening = Task.Run(() => OpenAsync(attempt));
            }

            return _opening;
        }
    }

    private async Task<IConnectionMultiplexer> OpenAsync(int attempt)
    {
        try
        {
            IConnectionMultiplexer multiplexer = await _connect(_stop.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"{nameof(RedisStoreOptions.Connect)} gave null.");
            lock (_gate)
            {
                if (attempt == _attempt)
                {
                    Follow(multiplexer);
                }
            }

            return multiplexer;
        }
        catch (RedisConnectionException exception)
        {
            Fail(attempt, RedisFault.ReasonOf(exception));
            throw;
        }
        catch (Exception exception)
        {
            // Of whatever kind it is, an application's own may be: what failed is the connection, and no wait was cancelled.
            string reason = ForeignCode.MessageOf(exception);
            Fail(attempt, reason);
            throw new RedisConnectionException(ConnectionFailureType.UnableToConnect, CommandFlags.None, reason, exception, CommandStatus.Unknown);
        }
    }

    private void Fail(int attempt, string? reason)
    {
        lock (_gate)
        {
            _failure = attempt == _attempt ? reason : _failure;
        }
    }

    private void Follow(IConnectionMultiplexer multiplexer)
    {
        if (!_isOwner)
        {
            Describe(multiplexer);
        }

        _failure = null;
        multiplexer.ConnectionFailed += OnFailed;
        multiplexer.ConnectionRestored += OnRestored;
        multiplexer.ConfigurationChanged += OnConfigured;
    }

    private void Describe(IConnectionMultiplexer multiplexer)
    {
        try
        {
            ConfigurationOptions configuration = ConfigurationOptions.Parse(multiplexer.Configuration);
            _servers = RedisConfiguration.DescribeServers(configuration);
            _channelPrefix = RedisConfiguration.PrefixOf(configuration);
        }
        catch (Exception)
        {
            // A connection of the application's own making may tell nothing of itself, and serves all the same.
        }
    }

    private void Unfollow(IConnectionMultiplexer multiplexer)
    {
        multiplexer.ConnectionFailed -= OnFailed;
        multiplexer.ConnectionRestored -= OnRestored;
        multiplexer.ConfigurationChanged -= OnConfigured;
    }

    private void OnFailed(object? sender, ConnectionFailedEventArgs e)
    {
        _failure = RedisFault.ReasonOf(e.Exception) ?? e.FailureType.ToString();
        ForeignCode.Raise(Changed);
    }

    private void OnRestored(object? sender, ConnectionFailedEventArgs e)
    {
        _failure = null;
        ForeignCode.Raise(Changed);
    }

    private void OnConfigured(object? sender, EndPointEventArgs e) => ForeignCode.Raise(Changed);
}
