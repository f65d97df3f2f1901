namespace Aurum.FlagGen.Tests.Hosting;

/// <summary>A store that always holds the same, and refuses whatever else is asked of it.</summary>
internal sealed class FixedStore(FlagSet set) : IFeatureFlagStore
{
    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(set);

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
