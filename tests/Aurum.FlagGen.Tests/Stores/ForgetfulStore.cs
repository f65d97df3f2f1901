namespace Aurum.FlagGen.Tests.Stores;

/// <summary>Breaks the contract: its audit log is always empty.</summary>
internal sealed class ForgetfulStore : IFeatureFlagStore
{
    private readonly InMemoryFeatureFlagStore _inner = new();

    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default) => _inner.LoadAsync(cancellationToken);

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => _inner.GetAsync(key, cancellationToken);

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) =>
        _inner.SaveAsync(flag, expectedVersion, change, cancellationToken);

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) =>
        _inner.DeleteAsync(key, expectedVersion, change, cancellationToken);

    public IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default) => _inner.WatchAsync(cancellationToken);

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => ValueTask.FromResult(query.Apply([]));
}
