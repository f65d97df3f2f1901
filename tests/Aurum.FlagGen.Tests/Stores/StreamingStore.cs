using Aurum.FlagGen.Stores;

namespace Aurum.FlagGen.Tests.Stores;

/// <summary>A store that has nothing but an audit log, and counts what is read of it.</summary>
internal sealed class StreamingStore(int entries) : IFeatureFlagStore, IAuditStream
{
    /// <summary>How many entries were streamed.</summary>
    public int Streamed { get; private set; }

    /// <summary>How many entries were read in pages.</summary>
    public int Paged { get; private set; }

    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        AuditPage page = query.Apply(Enumerable.Range(1, entries).Select(Entry));
        Paged += page.Entries.Count;
        return ValueTask.FromResult(page);
    }

    public IAsyncEnumerable<AuditEntry> StreamAuditAsync(AuditQuery query, CancellationToken cancellationToken) => Stream().ToAsyncEnumerable();

    private static AuditEntry Entry(int number) => new()
    {
        Sequence = number,
        At = DateTimeOffset.UnixEpoch.AddSeconds(number),
        Actor = "ada",
        Action = FlagActions.Update,
        Key = "k",
    };

    private IEnumerable<AuditEntry> Stream()
    {
        for (int number = entries; number > 0; number--)
        {
            Streamed++;
            yield return Entry(number);
        }
    }
}
