using Aurum.FlagGen.Redis;
using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Reading;
using Aurum.FlagGen.Redis.Scripts;
using StackExchange.Redis;

namespace Aurum.FlagGen;

/// <content>Writing: one atomic step each, never twice.</content>
public sealed partial class RedisFeatureFlagStore
{
    private static readonly TimeSpan RepeatPause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    /// <exception cref="FeatureFlagStoreException">The store does not take the write; the message says why, and whether it is certain that nothing was written.</exception>
    /// <exception cref="FeatureFlagDataLossException">The store does not hold what this process has seen there.</exception>
    public async ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flag);
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        string definition = StoredFlag.DefinitionOf(flag);
        WriteReply reply = await WriteAsync(NewWrite(flag.Key, expectedVersion, definition, change)).ConfigureAwait(false);
        return FeatureFlag.Parse(definition) with { Version = reply.FlagVersion };
    }

    /// <inheritdoc/>
    /// <exception cref="FeatureFlagStoreException">The store does not take the deletion; the message says why, and whether it is certain that nothing was deleted.</exception>
    /// <exception cref="FeatureFlagDataLossException">The store does not hold what this process has seen there.</exception>
    public async ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        await WriteAsync(NewWrite(key, expectedVersion, definition: "", change)).ConfigureAwait(false);
    }

    /// <summary>Settles a loss of data: says whose flags are the true ones. Every process that has seen the lost ones then follows the store again.</summary>
    /// <param name="source">Whose.</param>
    /// <param name="actor">Who decides it, for the audit log.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there was a loss to settle; false where there is none, or somebody else was faster.</returns>
    /// <remarks>With <see cref="RestoreSource.Process"/> the audit log goes on with this entry; entries that were lost stay lost.</remarks>
    /// <exception cref="FeatureFlagStoreException">The store does not answer, or this process has no flags to restore.</exception>
    public async ValueTask<bool> RestoreAsync(RestoreSource source, string actor, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        RedisState? own = _state ?? _lastKnown?.State;
        if (own is null && source == RestoreSource.Process)
        {
            throw new FeatureFlagStoreException($"This process has seen no flags of the Redis namespace '{Namespace}', so that there is nothing to restore; restore from a process that has.");
        }

        FlagChange change = new() { Actor = actor, Action = "restore", Reason = reason };
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
                Flags = source == RestoreSource.Process ? own!.Set.Flags : null,
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

        await LoadAsync(cancellationToken).ConfigureAwait(false);
        return outcome == "restored";
    }

    private FlagWrite NewWrite(string key, long expectedVersion, string definition, FlagChange change) => new()
    {
        Id = NewName(),
        NewEpoch = NewName(),
        Key = key,
        ExpectedVersion = expectedVersion,
        Definition = definition,
        AuditHead = StoredAuditEntry.HeadOf(change, key, _timeProvider.GetUtcNow()),
    };

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

        Witness(reply.Position);
        AdoptFirst(reply.Position);
        return reply;
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
            : new FeatureFlagStoreException($"The flag '{write.Key}' is at version {reply.FlagVersion} in the Redis namespace '{Namespace}' and damaged there: {fault} Write it anew, expecting that version.");
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
                fault = RedisFault.Of(exception);
                cause = exception;
            }

            if (fault.IsRole)
            {
                _connection.LookForPrimary();
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
