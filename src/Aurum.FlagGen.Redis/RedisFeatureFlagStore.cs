using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using Aurum.FlagGen.Redis;
using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Health;
using Aurum.FlagGen.Redis.Reading;
using Aurum.FlagGen.Stores;
using Microsoft.Extensions.Logging;
using Log = Aurum.FlagGen.Redis.Log;

namespace Aurum.FlagGen.Redis;

/// <summary>Keeps flags in Redis, Valkey or Garnet, alone, in a cluster or behind Sentinel, for any number of processes.</summary>
/// <remarks>
/// <para>
/// A write is one atomic step: the version is compared, the flag, the set's version and the audit entry are written, and the change is published. Readers hear
/// it and fetch what changed; now and then they ask whether something went unheard.
/// </para>
/// <para>
/// While the server is away, and when it has lost what this process has seen there, loading and writing throw, and the engine keeps the flags that it has. A
/// write is sent again only under the same id, so that it never happens twice.
/// </para>
/// </remarks>
public sealed partial class RedisFeatureFlagStore : IFeatureFlagStore, IFeatureFlagStoreHealth, IAuditStream, IAsyncDisposable, IDisposable
{
    private readonly RedisStoreOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly RedisConnection _connection;
    private readonly RedisNamespace _namespace;
    private readonly HearingRecord _hearing;
    private readonly RedisChangeFeed _feed;
    private readonly StoreHealthRecord _health;
    private readonly LastKnownGoodFile? _file;
    private readonly AsyncGate _loading = new();
    private readonly Lock _gate = new();

    private volatile RedisState? _state;
    private RedisPosition _seen = RedisPosition.Nothing;
    private int _isDisposed;

    /// <summary>Makes a store, which connects when it is first asked for something.</summary>
    /// <param name="options">Where the flags are.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">Hears of losses and of damaged flags.</param>
    /// <exception cref="ArgumentException">Something is wrong with the options; the message lists all of it.</exception>
    public RedisFeatureFlagStore(RedisStoreOptions options, TimeProvider? timeProvider = null, ILogger<RedisFeatureFlagStore>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<string> faults = RedisStoreOptionsValidator.FaultsOf(options);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        _options = options.Copy();
        _timeProvider = GuardedClock.For(timeProvider);
        _logger = GuardedLogger.For(logger);
        _connection = new RedisConnection(_options, _timeProvider, owner: this);
        _namespace = new RedisNamespace(_connection, _options, _timeProvider);
        _hearing = new HearingRecord(_options, _connection, () => _namespace.Keys, _logger);
        _feed = new RedisChangeFeed(_connection, _namespace.Keys.Subscription, _options, _timeProvider, CheckAsync, _hearing);
        _health = new StoreHealthRecord(_timeProvider, _options.PollInterval);
        _file = _options.LastKnownGoodFile is { } path ? new LastKnownGoodFile(path, _options.Namespace, _timeProvider, _logger) : null;
    }

    /// <summary>The namespace.</summary>
    public string Namespace => _options.Namespace;

    /// <inheritdoc/>
    public FeatureFlagStoreHealth GetHealth()
    {
        FeatureFlagStoreHealth health = _health.Read(_state?.Set.Unreadable);
        return health.Status == FeatureFlagStoreStatus.Healthy && _hearing.Fault is { } fault
            ? health with { Status = FeatureFlagStoreStatus.Degraded, Cause = fault }
            : health;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Channel<FlagSetChange> watcher = _feed.Subscribe();
        try
        {
            await foreach (FlagSetChange change in watcher.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            _feed.Unsubscribe(watcher);
        }
    }

    /// <summary>Ends every watch and closes the connection, unless the application made it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _feed.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>As <see cref="DisposeAsync"/>, for containers that know no other way.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private RedisFault FaultOf(Exception exception)
    {
        RedisFault fault = RedisFault.Of(exception, _namespace.Keys);
        if (fault.IsRole)
        {
            _connection.LookForPrimary();
        }

        if (exception is ObjectDisposedException)
        {
            _connection.Reopen();
        }

        return exception is TimeoutException && !_connection.IsConnected ? fault with { Sentence = _connection.DescribeAbsence() } : fault;
    }

    /// <summary>Remembers the latest position of the history that this process is in; a store that knows less has lost something.</summary>
    private void Witness(RedisPosition position)
    {
        lock (_gate)
        {
            if (position.Follows(_seen))
            {
                _seen = position;
            }
        }
    }

    /// <summary>Takes over what the store has given as its present position.</summary>
    private void Follow(RedisPosition position)
    {
        lock (_gate)
        {
            if (!_seen.Follows(position))
            {
                _seen = position;
            }
        }
    }

    private RedisPosition Seen()
    {
        lock (_gate)
        {
            return _seen;
        }
    }

    private string WhatHolds() => (_state ?? _lastKnown?.State) is null ? "Until then the manifests decide." : "The flags in force stay in force.";

    private FeatureFlagDataLossException Lose(RedisLoss loss, RedisPosition found)
    {
        FeatureFlagDataLossException exception = new(DescribeLoss(loss, found));
        if (_health.Fail(exception.Message))
        {
            Log.DataLost(_logger, exception.Message);
        }

        return exception;
    }

    private string DescribeLoss(RedisLoss loss, RedisPosition found)
    {
        RedisPosition seen = Seen();
        string what = loss switch
        {
            RedisLoss.Empty => $"there is nothing, where this process has seen version {seen.Version}: the data was deleted, or the server restarted without it",
            RedisLoss.Damaged => "a key is gone or lacks entries: it was deleted, evicted or overwritten by something else",
            RedisLoss.OtherEpoch => $"somebody has begun anew, at version {found.Version}, where this process has seen version {seen.Version} of another epoch",
            RedisLoss.LowerVersion => $"it is at version {found.Version}, where this process has seen version {seen.Version}: the server restarted with older data, or an older replica took over",
            RedisLoss.OtherHistory => $"version {seen.Version} is not what this process has seen: an older replica took over, or the server restarted with older data, and was written to since",
            _ => "a newer version of the library has written there in a form that this one cannot read",
        };
        return loss == RedisLoss.NewerSchema
            ? $"The Redis namespace '{Namespace}' at {_connection.Describe()} cannot be read: {what}. {WhatHolds()} Update this application."
            : $"The Redis namespace '{Namespace}' at {_connection.Describe()} has lost data: {what}. {WhatHolds()} Nothing is written until RestoreAsync says which state is true.";
    }
}
