namespace Aurum.FlagGen.Tests.Management;

/// <summary>A store that goes away at a moment of the test's choice.</summary>
internal sealed class BreakingStore(IFeatureFlagStore inner) : IFeatureFlagStore
{
    private volatile bool _isAway;

    /// <summary>Whether loading fails.</summary>
    public bool IsAway
    {
        get => _isAway;
        set => _isAway = value;
    }

    /// <summary>Whether the store goes away as soon as something was written.</summary>
    public bool GoesAwayAfterSave { get; set; }

    /// <summary>How many writes are taken before the store refuses further ones.</summary>
    /// <value>Default: any number.</value>
    public int WritesLeft { get; set; } = int.MaxValue;

    /// <summary>Whether watching fails too.</summary>
    public bool BreaksWatch { get; set; }

    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default) => IsAway
        ? throw new FeatureFlagStoreException("The test's store is away; bring it back.")
        : inner.LoadAsync(cancellationToken);

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => inner.GetAsync(key, cancellationToken);

    public async ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        if (WritesLeft-- <= 0)
        {
            throw new FeatureFlagStoreException("The test's store takes no more writes.");
        }

        // Before the write, so that not even a watch that hears of it at once can load.
        IsAway |= GoesAwayAfterSave;
        return await inner.SaveAsync(flag, expectedVersion, change, cancellationToken);
    }

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(key, expectedVersion, change, cancellationToken);

    public IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default) => BreaksWatch
        ? throw new InvalidOperationException("The test's store cannot be watched.")
        : inner.WatchAsync(cancellationToken);

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => inner.ReadAuditAsync(query, cancellationToken);
}
