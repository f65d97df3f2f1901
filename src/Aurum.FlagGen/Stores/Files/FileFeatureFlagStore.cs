using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aurum.FlagGen.Stores;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen;

/// <summary>Keeps flags in a flags.json: the very file that the project was compiled with, or a copy of it beside the application.</summary>
/// <remarks>
/// <para>
/// Whoever edits the file changes the flags while the application runs. An edit that is no JSON changes nothing and is logged with its line and column; a flag
/// that cannot be read harms no other.
/// </para>
/// <para>
/// A write changes only the flag that it is about: comments, order, indentation and line ends stay. The file is replaced in one step, a file
/// <c>.flags.json.lock</c> beside it keeps writers of several processes apart, and the audit log is <c>flags.audit.jsonl</c>, beside it as well: an entry is on
/// the disk before the file is replaced, so that a crash between the two leaves a change that was meant and never one that nobody meant. A flag's version is a
/// hash of its definition; times and versions are not written into the file.
/// </para>
/// </remarks>
public sealed partial class FileFeatureFlagStore : IFeatureFlagStore, IFeatureFlagStoreHealth, IAuditStream, IDisposable
{
    // How long a faulty content may be the middle of an edit.
    private static readonly TimeSpan HalfWritten = TimeSpan.FromMilliseconds(200);

    /// <summary>How often the file is to be found as it is known. It is looked at more often; a machine that is busy is given time.</summary>
    private static readonly TimeSpan ConfirmInterval = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly FlagFile _file;
    private readonly FlagFileReader _reader;
    private readonly AuditLogFile _audit;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly StoreHealthRecord _health;
    private readonly ChangeBroadcast _changes = new();

    private volatile FlagFileState? _state;
    private FlagFileWatch? _watch;
    private string? _suspect;
    private volatile bool _isDisposed;

    /// <summary>Makes a store over a file, which is first read when it is first asked for flags.</summary>
    /// <param name="path">The path of a flags.json.</param>
    /// <param name="timeProvider">The clock of the audit log and of looking at the file.</param>
    /// <param name="logger">Hears of broken edits, and of their repair.</param>
    public FileFeatureFlagStore(string path, TimeProvider? timeProvider = null, ILogger<FileFeatureFlagStore>? logger = null)
        : this(path, otherPath: null, timeProvider, logger)
    {
    }

    /// <summary>Makes a store whose file was looked for in another place too.</summary>
    internal FileFeatureFlagStore(string path, string? otherPath, TimeProvider? timeProvider, ILogger<FileFeatureFlagStore>? logger)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _file = new FlagFile(path, otherPath);
        _reader = new FlagFileReader(_file);
        _audit = new AuditLogFile(_file.Beside(".audit.jsonl"));
        _timeProvider = GuardedClock.For(timeProvider);
        _logger = GuardedLogger.For(logger);
        _health = new StoreHealthRecord(_timeProvider, ConfirmInterval);
    }

    /// <summary>The full path of the file.</summary>
    public string Path => _file.Path;

    /// <summary>How much of the audit log is kept.</summary>
    /// <value>Default: <see cref="AuditRetention.Unlimited"/>.</value>
    /// <exception cref="ArgumentException">The values make no sense.</exception>
    public AuditRetention AuditRetention
    {
        get;
        init => field = value.Check();
    } = AuditRetention.Unlimited;

    /// <summary>What is wrong with the file, with the line and the column.</summary>
    /// <value>
    /// A sentence: why nothing of the file can be read, so that the last good flags stay in force, or what is wrong with a part of it, so that the rest is in
    /// force. Null while nothing is known to be wrong.
    /// </value>
    public string? Fault
    {
        get
        {
            FlagFileState? state = _state;
            return state?.Fault ?? state?.Advice;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="FeatureFlagStoreException">The file cannot be read and never could; later, the last flags are given, with <see cref="FlagSet.Fault"/>.</exception>
    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Refresh());
    }

    /// <inheritdoc/>
    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        FlagSet set = Refresh();
        return set.Unreadable.TryGetValue(key, out string? fault)
            ? throw Unreadable(key, fault)
            : ValueTask.FromResult(set.Flags.FirstOrDefault(flag => flag.Key == key));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Channel<FlagSetChange> watcher = _changes.Subscribe();
        try
        {
            StartWatch();
            await foreach (FlagSetChange change in watcher.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            _changes.Unsubscribe(watcher);
            StopUnneededWatch();
        }
    }

    /// <inheritdoc/>
    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(ReadAudit(() => _audit.ReadPage(query)));
    }

    IAsyncEnumerable<AuditEntry> IAuditStream.StreamAuditAsync(AuditQuery query, CancellationToken cancellationToken) => StreamAudit(query).ToAsyncEnumerable();

    /// <inheritdoc/>
    public FeatureFlagStoreHealth GetHealth() => _health.Read(_state?.Set?.Unreadable);

    /// <summary>Ends every watch.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _watch?.Dispose();
            _watch = null;
        }

        _changes.Complete();
    }

    private IEnumerable<AuditEntry> StreamAudit(AuditQuery query)
    {
        using IEnumerator<AuditEntry> entries = _audit.ReadNewestFirst(query).GetEnumerator();
        while (ReadAudit(entries.MoveNext))
        {
            yield return entries.Current;
        }
    }

    private T ReadAudit<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FeatureFlagStoreException($"The audit log '{_audit.Path}' cannot be read: {exception.Message}", exception);
        }
    }

    // A file that was broken or replaced since has another fault, or none: then only the sentence is known.
    private FeatureFlagStoreException Unreadable(string key, string fault) => ManifestEntry.OfUnreadable(_file.Read().Text, key) is { } entry
        ? Unreadable(key, entry.Version, fault)
        : new FeatureFlagStoreException(fault);

    private static FeatureFlagUnreadableException Unreadable(string key, long version, string fault) =>
        new(key, version, FormattableString.Invariant($"{fault} Correct it in the file, or write the whole flag anew, expecting version {version}."));

    private FlagSet Refresh()
    {
        FlagFileState state = Look();
        return state.Set ?? throw new FeatureFlagStoreException(state.Fault!);
    }

    private FlagFileState Look()
    {
        lock (_gate)
        {
            FlagFileState state = _reader.Look(_state);
            Accept(state);
            return state;
        }
    }

    private void StartWatch()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            // The watch comes first: what changes while the file is looked at is noticed.
            _watch ??= new FlagFileWatch(_file, _timeProvider, _logger, OnMaybeChanged, OnSame);
            Look();
        }
    }

    private void StopUnneededWatch()
    {
        lock (_gate)
        {
            if (_changes.Count == 0)
            {
                _watch?.Dispose();
                _watch = null;
            }
        }
    }

    // A look at the file that found what is known. What is known to be broken stays so.
    private void OnSame()
    {
        lock (_gate)
        {
            if (_state is { Fault: null })
            {
                _health.Confirm();
            }
        }
    }

    private void OnMaybeChanged()
    {
        lock (_gate)
        {
            if (_watch is null)
            {
                return;
            }

            FlagFileState state = _reader.Look(_state);
            bool isNewFault = state.Fault is not null && !ReferenceEquals(state, _state) && _suspect != state.Fault;
            _suspect = isNewFault ? state.Fault : null;
            if (isNewFault)
            {
                _watch.LookAgain(HalfWritten);
                return;
            }

            Accept(state);
        }
    }

    private void Accept(FlagFileState state)
    {
        if (state.Fault is null)
        {
            _health.Confirm();
        }
        else
        {
            _health.Fail(state.Fault);
        }

        FlagFileState? last = _state;
        if (ReferenceEquals(state, last))
        {
            return;
        }

        _state = state;
        if (state.Fault is not null && state.Set is null)
        {
            Log.FileNeverRead(_logger, state.Fault);
        }
        else if (state.Fault is not null)
        {
            Log.FileBroken(_logger, state.Fault);
        }
        else if (last?.Fault is not null)
        {
            Log.FileRecovered(_logger, _file.Path);
        }

        if (state.Advice is not null && state.Advice != last?.Advice)
        {
            Log.FileFault(_logger, state.Advice);
        }

        if (last is not null)
        {
            _changes.Publish(state.Set?.Version ?? state.Hash);
        }
    }
}
