using Aurum.FlagGen.Redis;
using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Reading;
using Aurum.FlagGen.Redis.Scripts;
using Aurum.FlagGen.Redis.Stored;
using Aurum.FlagGen.Stores;
using StackExchange.Redis;
using Log = Aurum.FlagGen.Redis.Log;

namespace Aurum.FlagGen.Redis;

/// <content>Writing: one atomic step each, never twice.</content>
public sealed partial class RedisFeatureFlagStore
{
    private static readonly TimeSpan RepeatPause = TimeSpan.FromMilliseconds(50);

    private volatile string _publicationFault = "";
    private int _hasTrimmed;

    /// <inheritdoc/>
    /// <exception cref="FeatureFlagStoreException">The store does not take the write; the message says why, and whether it is certain that nothing was written.</exception>
    /// <exception cref="FeatureFlagDataLossException">The store does not hold what this process has seen there.</exception>
    public async ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flag);
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        WriteCheck.Expectation(expectedVersion);
        (string definition, FeatureFlag read) = WriteCheck.Definition(flag with { Version = 0 });
        WriteReply reply = await WriteAsync(NewWrite(flag.Key, expectedVersion, definition, change)).ConfigureAwait(false);
        return read with { Version = reply.FlagVersion };
    }

    /// <inheritdoc/>
    /// <exception cref="FeatureFlagStoreException">The store does not take the deletion; the message says why, and whether it is certain that nothing was deleted.</exception>
    /// <exception cref="FeatureFlagDataLossException">The store does not hold what this process has seen there.</exception>
    public async ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        WriteCheck.Key(key);
        WriteCheck.Expectation(expectedVersion);
        await WriteAsync(NewWrite(key, expectedVersion, definition: "", change)).ConfigureAwait(false);
    }

    /// <summary>Settles a loss of data: says whose flags are the true ones. Every process that has seen the lost ones then follows the store again.</summary>
    /// <param name="source">Whose.</param>
    /// <param name="actor">Who decides it, for the audit log.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there was something to settle; false where there is not, or somebody else was faster.</returns>
    /// <remarks>
    /// With <see cref="RedisRestoreSource.Process"/> the audit log goes on with this entry; entries that were lost stay lost. Where nothing is lost, but single flags
    /// cannot be read, this process's last good definitions of them are written anew.
    /// </remarks>
    /// <exception cref="FeatureFlagStoreException">The store does not answer, or this process has no flags to restore.</exception>
    public async ValueTask<bool> RestoreAsync(RedisRestoreSource source, string actor, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        RedisState? own = _state ?? _lastKnown?.State;
        if (own is null && source == RedisRestoreSource.Process)
        {
            throw new FeatureFlagStoreException($"This process has seen no flags of the Redis namespace '{Namespace}', so that there is nothing to restore; restore from a process that has.");
        }

        FlagChange change = WriteCheck.Change(new FlagChange { Actor = actor, Action = "restore", Reason = reason });
        string outcome;
        try
        {
            await _namespace.DeleteForeignKeysAsync(cancellationToken).ConfigureAwait(false);
            (RedisPosition found, _) = await _namespace.CheckAsync(Seen(), cancellationToken).ConfigureAwait(false);
            Restoration restoration = new()
            {
                Id = NewName(),
                NewEpoch = NewName(),
                FoundEpoch = found.Epoch,
                Flags = source == RedisRestoreSource.Process ? own!.Set.Flags : null,
                AuditHead = StoredAuditEntry.HeadOf(change, "*", _timeProvider.GetUtcNow()),
            };
            outcome = await _namespace.RestoreAsync(Seen(), restoration, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            throw Away("restore the flags", exception);
        }

        if (outcome == "restored")
        {
            Log.Restored(_logger, actor, Namespace, source);
        }

        RedisState restored = (await RefreshAsync(cancellationToken).ConfigureAwait(false)).State;
        int repaired = source == RedisRestoreSource.Process && outcome == "sound" ? await RepairAsync(restored, change).ConfigureAwait(false) : 0;
        if (repaired > 0)
        {
            await RefreshAsync(cancellationToken).ConfigureAwait(false);
        }

        return outcome == "restored" || repaired > 0;
    }

    private async Task<int> RepairAsync(RedisState state, FlagChange change)
    {
        int repaired = 0;
        foreach (FeatureFlag flag in state.Damaged)
        {
            try
            {
                await WriteAsync(NewWrite(flag.Key, flag.Version, StoredFlag.DefinitionOf(flag), change)).ConfigureAwait(false);
                repaired++;
            }
            catch (FeatureFlagConflictException)
            {
                // Somebody else has written it.
            }
        }

        return repaired;
    }

    private FlagWrite NewWrite(string key, long expectedVersion, string definition, FlagChange change)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        return new FlagWrite
        {
            Id = NewName(),
            NewEpoch = NewName(),
            Key = key,
            ExpectedVersion = expectedVersion,
            Definition = definition,
            At = now,
            AuditHead = StoredAuditEntry.HeadOf(WriteCheck.Change(change), key, now),
        };
    }

    private async Task<WriteReply> WriteAsync(FlagWrite write)
    {
        WriteReply reply = await SendAsync(write).ConfigureAwait(false);
        if (reply.Kind == WriteReplyKind.Lost)
        {
            throw Lose(reply.Loss, reply.Position);
        }

        if (reply.Kind == WriteReplyKind.Conflict)
        {
            throw Conflict(write, reply);
        }

        if (reply.Kind == WriteReplyKind.Damaged)
        {
            throw new FeatureFlagUnreadableException(
                write.Key,
                version: 1,
                $"The flag '{write.Key}' cannot be created in the Redis namespace '{Namespace}': there is one, damaged so that its version cannot be read. Write it anew, expecting any version above 0, or call RestoreAsync.");
        }

        Report(write, reply);
        Witness(reply.Position);
        AdoptFirst(reply.Position);
        return reply;
    }

    private void Report(FlagWrite write, WriteReply reply)
    {
        if (reply.PublicationFault.Length > 0 && _publicationFault != reply.PublicationFault)
        {
            Log.ChangeNotPublished(_logger, write.Key, Namespace, RedisFault.OfServer(reply.PublicationFault, _namespace.Keys).Sentence);
        }

        _publicationFault = reply.PublicationFault;
        if (reply.TrimmedEntries > 0 && Interlocked.Exchange(ref _hasTrimmed, 1) == 0)
        {
            Log.AuditTrimmed(_logger, Namespace, _options.AuditRetention);
        }
    }

    // In a namespace that nobody had written to, there was no history to be in.
    private void AdoptFirst(RedisPosition position)
    {
        lock (_gate)
        {
            _seen = _seen == RedisPosition.Nothing ? position : _seen;
        }
    }

    private Exception Conflict(FlagWrite write, WriteReply reply)
    {
        if (reply.Current.Length == 0)
        {
            return new FeatureFlagConflictException(write.Key, write.ExpectedVersion, null);
        }

        return StoredFlag.TryReadDefinition(reply.Current, reply.FlagVersion, out FeatureFlag? current, out string? fault)
            ? new FeatureFlagConflictException(write.Key, write.ExpectedVersion, current)
            : new FeatureFlagUnreadableException(
                write.Key,
                reply.FlagVersion,
                $"The flag '{write.Key}' is at version {reply.FlagVersion} in the Redis namespace '{Namespace}' and damaged there: {fault} Write it anew, expecting that version.");
    }

    /// <summary>Sends a write until it is known what became of it. Whatever was sent may yet arrive, so only the same write is ever sent again.</summary>
    private async Task<WriteReply> SendAsync(FlagWrite write)
    {
        long start = _timeProvider.GetTimestamp();
        bool mayHaveArrived = false;
        while (true)
        {
            RedisFault fault;
            Exception cause;
            bool isSent = false;
            try
            {
                IDatabase database = await _namespace.OpenForWritingAsync().ConfigureAwait(false);
                isSent = true;
                return await _namespace.WriteAsync(database, Seen(), write).ConfigureAwait(false);
            }
            catch (Exception exception) when (RedisFault.Is(exception))
            {
                fault = FaultOf(exception);
                cause = exception;
            }

            mayHaveArrived |= isSent && !fault.IsCertain;
            if (!mayHaveArrived)
            {
                throw new FeatureFlagStoreException(
                    $"The flag '{write.Key}' was not written to the Redis namespace '{Namespace}' at {_connection.Describe()}: {fault.Sentence}", cause);
            }

            if (_timeProvider.GetElapsedTime(start) + RepeatPause >= _options.WriteTimeout)
            {
                throw new FeatureFlagStoreException(
                    $"It is not known whether the flag '{write.Key}' was written to the Redis namespace '{Namespace}' at {_connection.Describe()}; read it before you write it again. {fault.Sentence}", cause);
            }

            await Task.Delay(RepeatPause, _timeProvider).ConfigureAwait(false);
        }
    }
}
