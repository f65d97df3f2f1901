namespace Aurum.FlagGen.Tests.Management;

/// <summary>A store that goes away at a moment of the test's choice.</summary>
internal sealed class BreakingStore(IFeatureFlagStore inner) : IFeatureFlagStore
{
    /// <summary>How many loads still succeed.</summary>
    public int LoadsUntilBreak { get; set; } = int.MaxValue;

    /// <summary>Whether watching fails too.</summary>
    public bool BreaksWatch { get; set; }

    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default) => LoadsUntilBreak-- > 0
        ? inner.LoadAsync(cancellationToken)
        : throw new FeatureFlagStoreException("The test's store is away; bring it back.");

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => inner.GetAsync(key, cancellationToken);

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) =>
        inner.SaveAsync(flag, expectedVersion, change, cancellationToken);

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(key, expectedVersion, change, cancellationToken);

    public IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default) => BreaksWatch
        ? throw new InvalidOperationException("The test's store cannot be watched.")
        : inner.WatchAsync(cancellationToken);

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => inner.ReadAuditAsync(query, cancellationToken);
}
