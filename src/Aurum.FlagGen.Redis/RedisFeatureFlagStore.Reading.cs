using System.Runtime.CompilerServices;
using Aurum.FlagGen.Redis;
using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Reading;
using Aurum.FlagGen.Redis.Scripts;
using Aurum.FlagGen.Redis.Stored;
using Aurum.FlagGen.Stores;
using StackExchange.Redis;
using Log = Aurum.FlagGen.Redis.Log;

namespace Aurum.FlagGen.Redis;

/// <content>Reading: what has changed since the last time.</content>
public sealed partial class RedisFeatureFlagStore
{
    private const int AuditChunk = 500;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private bool _hasTried;
    private LastKnownGood? _lastKnown;

    /// <inheritdoc/>
    /// <exception cref="FeatureFlagStoreException">The store does not answer; with <see cref="RedisStartupMode.LastKnownGood"/>, only where the file has no flags either.</exception>
    /// <exception cref="FeatureFlagDataLossException">The store does not hold what this process has seen there.</exception>
    public async ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (await RefreshAsync(cancellationToken).ConfigureAwait(false)).Set;
    }

    /// <inheritdoc/>
    public async ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();

        // What changed is all that is fetched, and a store that has lost the flag must not look as if nobody had made it.
        RedisState state = (await RefreshAsync(cancellationToken).ConfigureAwait(false)).State;
        return state.Set.Unreadable.TryGetValue(key, out string? fault) ? throw new FeatureFlagUnreadableException(key, state.VersionOfUnreadable(key), fault) : state.Find(key);
    }

    /// <inheritdoc/>
    public async ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.ThrowIfOutOfRange();
        cancellationToken.ThrowIfCancellationRequested();
        return await AnswerAsync(async () =>
        {
            long count = await _namespace.CountAuditAsync(cancellationToken).ConfigureAwait(false);
            return await ReadPageAsync(query, count, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async Task<AuditPage> ReadPageAsync(AuditQuery query, long count, CancellationToken cancellationToken)
    {
        long skipped = (long)(query.Page - 1) * query.Limit;
        if (query.AsksForAll)
        {
            long last = count - 1 - skipped;
            AuditEntry[] page = last < 0 ? [] : [.. await ReadEntriesAsync(Math.Max(0, last - query.Limit + 1), last, cancellationToken).ConfigureAwait(false)];
            return query.ToPage(page, (int)Math.Min(count, int.MaxValue));
        }

        List<AuditEntry> entries = [];
        int total = 0;
        await foreach (AuditEntry entry in StreamAsync(query, count, cancellationToken).ConfigureAwait(false))
        {
            if (total++ >= skipped && entries.Count < query.Limit)
            {
                entries.Add(entry);
            }
        }

        return query.ToPage(entries, total);
    }

    private async IAsyncEnumerable<AuditEntry> StreamAsync(AuditQuery query, long count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long lowest = long.MaxValue;
        for (long last = count - 1; last >= 0; last -= AuditChunk)
        {
            foreach (AuditEntry entry in await ReadEntriesAsync(Math.Max(0, last - AuditChunk + 1), last, cancellationToken).ConfigureAwait(false))
            {
                // A write to a log that is as long as it may be moves every entry one place down, and the chunk then begins with one that was read.
                if (entry.Sequence >= lowest)
                {
                    continue;
                }

                lowest = entry.Sequence > 0 ? entry.Sequence : lowest;
                if (query.Matches(entry))
                {
                    yield return entry;
                }
            }
        }
    }

    async IAsyncEnumerable<AuditEntry> IAuditStream.StreamAuditAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long count = await AnswerAsync(() => _namespace.CountAuditAsync(cancellationToken)).ConfigureAwait(false);
        IAsyncEnumerator<AuditEntry> entries = StreamAsync(query, count, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (entries.ConfigureAwait(false))
        {
            while (await AnswerAsync(() => entries.MoveNextAsync().AsTask()).ConfigureAwait(false))
            {
                yield return entries.Current;
            }
        }
    }

    private async Task<T> AnswerAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            throw Unable("read the audit log", exception);
        }
    }

    /// <summary>Entries of the log, newest first.</summary>
    private async Task<IEnumerable<AuditEntry>> ReadEntriesAsync(long first, long last, CancellationToken cancellationToken)
    {
        RedisValue[] texts = await _namespace.ReadAuditAsync(first, last, cancellationToken).ConfigureAwait(false);
        List<AuditEntry> entries = new(texts.Length);
        for (int i = texts.Length - 1; i >= 0; i--)
        {
            entries.Add(StoredAuditEntry.Read(texts[i].ToString()));
        }

        return entries;
    }

    private async Task<(RedisState State, FlagSet Set)> RefreshAsync(CancellationToken cancellationToken)
    {
        await _loading.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            RedisState state = _hasTried ? await ReadAsync(cancellationToken).ConfigureAwait(false) : await ReadFirstAsync(cancellationToken).ConfigureAwait(false);
            return (state, state.Set);
        }
        catch (FeatureFlagStoreException exception) when (_state is null && _lastKnown is { } last && _options.Startup == RedisStartupMode.LastKnownGood)
        {
            _health.Begin(last.SavedAt);
            Log.FileInForce(_logger, last.SavedAt, exception.Message);
            string fault = $"{exception.Message} The flags in force are those of {last.SavedAt:u}.";
            return (last.State, last.State.Set with { Fault = fault });
        }
        finally
        {
            _loading.Leave();
        }
    }

    /// <summary>The first time, the store is given a while to come.</summary>
    private async Task<RedisState> ReadFirstAsync(CancellationToken cancellationToken)
    {
        _hasTried = true;
        _lastKnown = _file?.Read();
        if (_lastKnown is not null)
        {
            Follow(_lastKnown.State.Position);
        }

        if (_options.Startup == RedisStartupMode.ManifestDefaults && _connection.IsOpening)
        {
            string cause = $"The connection to Redis at {_connection.Describe()} is being made; until it is there {(_lastKnown is null ? "the manifests decide" : "the last known flags are in force")}.";
            _health.Fail(cause);
            throw new FeatureFlagStoreException(cause);
        }

        using CancellationTokenSource limit = new(_options.StartupTimeout, _timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        FeatureFlagStoreException? last = null;
        while (true)
        {
            try
            {
                return await ReadAsync(either.Token).ConfigureAwait(false);
            }
            catch (FeatureFlagStoreException exception) when (exception is not FeatureFlagDataLossException && MayWait(limit))
            {
                last = exception;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw last ?? DidNotCome();
            }

            await Task.Delay(FirstPause, _timeProvider, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private bool MayWait(CancellationTokenSource limit) => _options.Startup != RedisStartupMode.ManifestDefaults && !limit.IsCancellationRequested;

    private FeatureFlagStoreException DidNotCome()
    {
        string cause = $"Redis at {_connection.Describe()} has given no flags of namespace '{Namespace}' within {_options.StartupTimeout}: {(_connection.IsConnected ? RedisFault.NoAnswer : _connection.DescribeAbsence())}";
        _health.Fail(cause);
        return new FeatureFlagStoreException(cause);
    }

    private async Task<RedisState> ReadAsync(CancellationToken cancellationToken)
    {
        ReadReply reply;
        RedisPosition? heard = _feed.Farthest;
        try
        {
            reply = await _namespace.ReadAsync(Seen(), _state?.Position ?? RedisPosition.Nothing, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            throw Away("read the flags", exception);
        }

        if (reply.Kind == ReadReplyKind.Lost)
        {
            throw Lose(reply.Loss, reply.Position);
        }

        RedisState state = reply.Kind switch
        {
            ReadReplyKind.Same => _state!,
            ReadReplyKind.Nothing => RedisState.Nothing,
            _ => Take((_state ?? _lastKnown?.State ?? RedisState.Nothing).With(reply), reply),
        };
        _state = state;
        Follow(state.Position);
        _health.Confirm();
        _feed.NoteLoaded();
        if (heard?.Follows(state.Position) == true)
        {
            _hearing.Doubt();
            _feed.Dismiss(heard);
        }

        return state;
    }

    private RedisState Take(RedisState state, ReadReply reply)
    {
        foreach ((string key, string? _) in reply.Entries)
        {
            if (state.Set.Unreadable.TryGetValue(key, out string? fault))
            {
                Log.FlagDamaged(_logger, fault);
            }
        }

        _file?.Keep(state);
        return state;
    }

    /// <summary>Asks where the namespace stands, for the feed.</summary>
    private async Task<RedisPosition> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            (RedisPosition position, RedisLoss? loss) = await _namespace.CheckAsync(Seen(), cancellationToken).ConfigureAwait(false);
            if (loss is { } lost)
            {
                throw Lose(lost, position);
            }

            // Somebody else has to load what is new; until then the flags in force are not the present ones.
            if (position == _state?.Position)
            {
                _health.Confirm();
            }

            return position;
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            throw Away("ask for changes", exception);
        }
    }

    private FeatureFlagStoreException Unable(string attempt, Exception exception) =>
        new($"Redis at {_connection.Describe()} cannot {attempt} of namespace '{Namespace}': {FaultOf(exception).Sentence}", exception);

    private FeatureFlagStoreException Away(string attempt, Exception exception)
    {
        FeatureFlagStoreException away = Unable(attempt, exception);
        _health.Fail(away.Message);
        return away;
    }
}
