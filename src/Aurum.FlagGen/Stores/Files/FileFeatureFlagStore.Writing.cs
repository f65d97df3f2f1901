using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Stores;

namespace Aurum.FlagGen;

/// <content>Writing.</content>
public sealed partial class FileFeatureFlagStore
{
    // An editor takes no lock. Whoever saves by hand at the very moment of a write is noticed, and the write begins anew with what they saved.
    private const int Attempts = 10;

    // First the writers of this process queue up here, so that only one of them waits for the lock file.
    private readonly AsyncGate _writers = new();

    private string LockPath => System.IO.Path.Combine(_file.Directory, $".{System.IO.Path.GetFileName(_file.Path)}.lock");

    /// <inheritdoc/>
    public async ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flag);
        WriteCheck.Definition(flag);
        FeatureFlag? stored = await WriteAsync(flag.Key, flag, expectedVersion, change, cancellationToken).ConfigureAwait(false);
        return stored!;
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await WriteAsync(key, flag: null, expectedVersion, change, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<FeatureFlag?> WriteAsync(string key, FeatureFlag? flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        WriteCheck.Expectation(expectedVersion);
        change = WriteCheck.Change(change);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _writers.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The store was disposed while this writer waited.
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            using IDisposable held = await FlagFileLock.AcquireAsync(LockPath, cancellationToken).ConfigureAwait(false);
            for (int attempt = 1; attempt <= Attempts; attempt++)
            {
                FlagFileContent content = _file.Read();
                ManifestEntry current = Expect(content, key, expectedVersion, mustExist: flag is null);
                FeatureFlag? after = flag is null ? null : Prepare(flag, current.Flag);
                if (TryReplace(content, current, after, key, change))
                {
                    Look();
                    return after;
                }
            }
        }
        finally
        {
            _writers.Leave();
        }

        throw new FeatureFlagStoreException($"The flag '{key}' was not written, because '{_file.Path}' changed {Attempts} times in the meantime; try again when nobody else writes.");
    }

    private ManifestEntry Expect(FlagFileContent content, string key, long expectedVersion, bool mustExist)
    {
        FlagSet set = _reader.Parse(content);
        string? fault = set.Unreadable.GetValueOrDefault(key);
        ManifestEntry current = (fault is null ? null : ManifestEntry.OfUnreadable(content.Text, key))
            ?? ManifestEntry.Of(set.Flags.FirstOrDefault(flag => flag.Key == key));
        if (current.Version == expectedVersion && (current.Json is not null || !mustExist))
        {
            return current;
        }

        throw fault is null ? new FeatureFlagConflictException(key, expectedVersion, current.Flag) : Unreadable(key, current.Version, fault);
    }

    // Who created and when is the affair of version control here, unless the author wrote it down; members that this version does not know stay with their flag.
    private static FeatureFlag Prepare(FeatureFlag flag, FeatureFlag? current)
    {
        FeatureFlag prepared = flag with
        {
            Version = 0,
            CreatedBy = current?.CreatedBy,
            CreatedAt = current?.CreatedAt,
            UpdatedAt = current?.UpdatedAt,
            UnknownMembers = flag.UnknownMembers ?? current?.UnknownMembers,
        };
        return FlagVersion.Stamp(prepared);
    }

    private bool TryReplace(FlagFileContent content, ManifestEntry current, FeatureFlag? after, string key, FlagChange change)
    {
        string text = after is null ? ManifestEditor.Remove(content.Text, key) : ManifestEditor.Put(content.Text, current.Flag, after);
        Verify(text, key, after);
        if (_file.Read().Hash != content.Hash)
        {
            return false;
        }

        _audit.Trim(AuditRetention, _timeProvider.GetUtcNow(), _logger);
        long length = Append(change, key, current, after);
        try
        {
            _file.Replace(text);
            return true;
        }
        catch (FeatureFlagStoreException)
        {
            TakeBack(length);
            throw;
        }
    }

    private long Append(FlagChange change, string key, ManifestEntry before, FeatureFlag? after)
    {
        try
        {
            return _audit.Append(sequence => new AuditEntry
            {
                Sequence = sequence,
                At = _timeProvider.GetUtcNow(),
                Actor = change.Actor,
                Action = change.Action,
                Reason = change.Reason,
                Key = key,
                Version = after?.Version ?? 0,
                PreviousVersion = before.Version,
                Before = before.Json,
                After = after?.ToJson(),
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FeatureFlagStoreException($"The flag '{key}' was not written, because its audit entry cannot be written to '{_audit.Path}': {exception.Message}", exception);
        }
    }

    private void TakeBack(long length)
    {
        try
        {
            _audit.Truncate(length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Why the flag was not written is what the caller has to hear; the log tells of a change that was meant.
        }
    }

    // An edit of a text that people lay out as they like is trusted only after it was read back.
    private void Verify(string text, string key, FeatureFlag? after)
    {
        FlagSetReadResult result = FlagSetReader.Read(text);
        FeatureFlag? written = result.Set.Flags.FirstOrDefault(flag => flag.Key == key);
        bool isRight = result.IsReadable
            && (after is null ? written is null : written is not null && FlagVersion.Of(written) == after.Version)
            && text.Length <= FlagFile.MaxBytes;
        if (!isRight)
        {
            throw new FeatureFlagStoreException($"The flag '{key}' cannot be written into '{_file.Path}' without harm to the rest of the file; write it by hand.");
        }
    }
}
