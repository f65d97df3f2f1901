using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Stores;
using Aurum.FlagGen.Usage;

namespace Aurum.FlagGen;

/// <summary>Keeps flags in the memory of the process: for tests, demonstrations and development.</summary>
/// <remarks>
/// Safe for use by several threads. A flag's version grows by one with each write and with its deletion, so that it never starts again.
/// Flags are copied when they come in, as a store behind a network would do. The audit log keeps the last 10,000 entries, unless <see cref="AuditRetention"/> says otherwise.
/// </remarks>
public sealed class InMemoryFeatureFlagStore : IFeatureFlagStore, IFlagUsageStore, IAuditStream
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _timeProvider;
    private readonly Dictionary<string, FeatureFlag> _flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly Queue<AuditEntry> _audit = new();
    private readonly ChangeBroadcast _changes = new();
    private readonly UsageBook _usage = new();

    /// <summary>What the store began with beside flags. Nothing changes it.</summary>
    private readonly FlagSet _frame = new() { Version = "", Flags = [] };

    private long _setVersion;
    private long _sequence;
    private FlagSet? _snapshot;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock of the audit log.</param>
    public InMemoryFeatureFlagStore(TimeProvider? timeProvider = null) => _timeProvider = GuardedClock.For(timeProvider);

    /// <summary>Makes a store that begins with given flags, each at its own version, or at 1 where it has none.</summary>
    /// <param name="initial">The flags, segments and layers.</param>
    /// <param name="timeProvider">The clock of the audit log.</param>
    public InMemoryFeatureFlagStore(FlagSet initial, TimeProvider? timeProvider = null)
        : this(timeProvider)
    {
        ArgumentNullException.ThrowIfNull(initial);
        _frame = _frame with
        {
            Segments = [.. initial.Segments],
            Layers = [.. initial.Layers],
            Context = initial.Context,
            DeclarationFaults = initial.DeclarationFaults,
        };
        foreach (FeatureFlag flag in initial.Flags)
        {
            Keep(Copy(flag, Math.Max(flag.Version, 1)));
        }
    }

    /// <summary>How much of the audit log is kept.</summary>
    /// <value>Default: 10,000 entries.</value>
    /// <exception cref="ArgumentException">The values make no sense.</exception>
    public AuditRetention AuditRetention
    {
        get;
        init => field = value.Check();
    } = new() { MaxEntries = 10_000 };

    /// <summary>Makes a store that begins with the flags, segments and layers of a manifest.</summary>
    /// <param name="json">The text of a flags.json.</param>
    /// <param name="timeProvider">The clock of the audit log.</param>
    /// <exception cref="ArgumentException">Something in the manifest cannot be read; the message names it.</exception>
    public static InMemoryFeatureFlagStore FromManifest(string json, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new InMemoryFeatureFlagStore(ReadManifest(json), timeProvider);
    }

    internal static FlagSet ReadManifest(string json)
    {
        FlagSetReadResult result = FlagSetReader.Read(json);
        return result.Faults.Count == 0
            ? result.Set
            : throw new ArgumentException(string.Join(' ', result.Faults.Select(static fault => fault.Message)), nameof(json));
    }

    /// <inheritdoc/>
    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _snapshot ??= _frame with { Version = $"{_setVersion}", Flags = [.. _flags.Values] };
            return ValueTask.FromResult(_snapshot);
        }
    }

    /// <inheritdoc/>
    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_flags.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flag);
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        WriteCheck.Expectation(expectedVersion);
        FeatureFlag copy = WriteCheck.Definition(flag).Flag;
        change = WriteCheck.Change(change);
        lock (_gate)
        {
            FeatureFlag? current = Expect(flag.Key, expectedVersion);
            FeatureFlag stored = copy with { Version = _versions.GetValueOrDefault(flag.Key) + 1 };
            Keep(stored);
            Publish(change, flag.Key, stored.Version, current, stored);
            return ValueTask.FromResult(stored);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        WriteCheck.Expectation(expectedVersion);
        change = WriteCheck.Change(change);
        lock (_gate)
        {
            FeatureFlag current = Expect(key, expectedVersion) ?? throw new FeatureFlagConflictException(key, expectedVersion, null);
            long version = current.Version + 1;
            _flags.Remove(key);
            _versions[key] = version;
            Publish(change, key, version, current, after: null);
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Channel<FlagSetChange> watcher = _changes.Subscribe();
        try
        {
            await foreach (FlagSetChange change in watcher.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            _changes.Unsubscribe(watcher);
        }
    }

    /// <inheritdoc/>
    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(query.Apply(_audit));
        }
    }

    IAsyncEnumerable<AuditEntry> IAuditStream.StreamAuditAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            AuditEntry[] entries = [.. _audit.Where(query.Matches)];
            Array.Reverse(entries);
            return entries.ToAsyncEnumerable();
        }
    }

    /// <inheritdoc/>
    public ValueTask AddUsageAsync(FlagUsageBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        _usage.Add(batch);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FlagUsage>> ReadUsageAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_usage.Read());
    }

    private static FeatureFlag Copy(FeatureFlag flag, long version) => FeatureFlag.Parse(flag.ToJson()) with { Version = version };

    private FeatureFlag? Expect(string key, long expectedVersion)
    {
        FeatureFlag? current = _flags.GetValueOrDefault(key);
        return (current?.Version ?? 0) == expectedVersion ? current : throw new FeatureFlagConflictException(key, expectedVersion, current);
    }

    private void Keep(FeatureFlag flag)
    {
        _flags[flag.Key] = flag;
        _versions[flag.Key] = flag.Version;
    }

    private void Publish(FlagChange change, string key, long version, FeatureFlag? before, FeatureFlag? after)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        while (_audit.TryPeek(out AuditEntry? oldest) && (_audit.Count >= AuditRetention.MaxEntries || now - oldest.At > AuditRetention.MaxAge))
        {
            _audit.Dequeue();
        }

        _audit.Enqueue(new AuditEntry
        {
            Sequence = ++_sequence,
            At = now,
            Actor = change.Actor,
            Action = change.Action,
            Reason = change.Reason,
            Key = key,
            Version = version,
            PreviousVersion = before?.Version ?? 0,
            Before = before?.ToJson(),
            After = after?.ToJson(),
        });
        _snapshot = null;
        _setVersion++;
        _changes.Publish($"{_setVersion}");
    }
}
