using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>A store of somebody else's: each of its members fails as long as it is told to, with exceptions that nobody expects.</summary>
internal sealed class UnreliableStore : IFeatureFlagStore, IFlagUsageStore
{
    private readonly InMemoryFeatureFlagStore _inner = new();
    private readonly Channel<FlagSetChange> _changes = Channel.CreateUnbounded<FlagSetChange>();
    private readonly Task<FlagSet> _never = new TaskCompletionSource<FlagSet>().Task;
    private int _watches;

    public bool FailsToLoad { get; set; }

    /// <summary>Whether a load never ends, whatever its caller does.</summary>
    public bool HangsToLoad { get; set; }

    public bool FailsToWatch { get; set; }

    public bool FailsToSave { get; set; }

    /// <summary>Whether it goes away with the next write, which it takes.</summary>
    public bool FailsAfterSave { get; set; }

    /// <summary>Whether no load ends any more after the next write, which it takes.</summary>
    public bool HangsAfterSave { get; set; }

    public bool FailsToCount { get; set; }

    /// <summary>Whether a watch ends at once, though the store goes on.</summary>
    public bool EndsItsWatch { get; set; }

    public int Watches => Volatile.Read(ref _watches);

    public int Reports { get; private set; }

    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default) =>
        FailsToLoad ? throw new UnforeseenException() : HangsToLoad ? new ValueTask<FlagSet>(_never) : _inner.LoadAsync(cancellationToken);

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => _inner.GetAsync(key, cancellationToken);

    public async ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        FeatureFlag saved = FailsToSave ? throw new UnforeseenException() : await _inner.SaveAsync(flag, expectedVersion, change, cancellationToken);
        FailsToLoad |= FailsAfterSave;
        HangsToLoad |= HangsAfterSave;
        Tell();
        return saved;
    }

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) =>
        _inner.DeleteAsync(key, expectedVersion, change, cancellationToken);

    public void Tell() => _changes.Writer.TryWrite(new FlagSetChange("x"));

    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _watches);
        if (EndsItsWatch)
        {
            yield break;
        }

        while (true)
        {
            FlagSetChange change = await _changes.Reader.ReadAsync(cancellationToken);
            yield return FailsToWatch ? throw new UnforeseenException() : change;
        }
    }

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => _inner.ReadAuditAsync(query, cancellationToken);

    public ValueTask AddUsageAsync(FlagUsageBatch batch, CancellationToken cancellationToken = default)
    {
        if (FailsToCount)
        {
            throw new UnforeseenException();
        }

        Reports++;
        return _inner.AddUsageAsync(batch, cancellationToken);
    }

    public ValueTask<IReadOnlyList<FlagUsage>> ReadUsageAsync(CancellationToken cancellationToken = default) => _inner.ReadUsageAsync(cancellationToken);

    /// <summary>Fails even when it is asked what went wrong.</summary>
    private sealed class UnforeseenException : Exception
    {
        public override string Message => throw new InvalidOperationException("Not even that.");
    }
}
