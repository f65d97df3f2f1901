namespace Aurum.FlagGen.Tests.Stores;

/// <summary>Shows the flags of one scenario under their plain keys, so that the contract can be tried on keys of scenarios.</summary>
internal sealed class RenamingStore(IFeatureFlagStore inner, string prefix) : IFeatureFlagStore, IAsyncDisposable
{
    public async ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        FlagSet set = await inner.LoadAsync(cancellationToken);
        return set with { Flags = [.. set.Flags.Select(Shorten)] };
    }

    public async ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) =>
        await inner.GetAsync(prefix + key, cancellationToken) is { } flag ? Shorten(flag) : null;

    public async ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        try
        {
            return Shorten(await inner.SaveAsync(flag with { Key = prefix + flag.Key }, expectedVersion, change, cancellationToken));
        }
        catch (FeatureFlagConflictException conflict)
        {
            throw Shorten(conflict);
        }
    }

    public async ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.DeleteAsync(prefix + key, expectedVersion, change, cancellationToken);
        }
        catch (FeatureFlagConflictException conflict)
        {
            throw Shorten(conflict);
        }
    }

    public IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default) => inner.WatchAsync(cancellationToken);

    public async ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        AuditPage page = await inner.ReadAuditAsync(query with { Key = query.Key is null ? null : prefix + query.Key }, cancellationToken);
        return page with { Entries = [.. page.Entries.Select(entry => entry with { Key = entry.Key[prefix.Length..], Before = Shorten(entry.Before), After = Shorten(entry.After) })] };
    }

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private FeatureFlag Shorten(FeatureFlag flag) => flag with { Key = flag.Key[prefix.Length..] };

    private string? Shorten(string? json) => json is null ? null : Shorten(FeatureFlag.Parse(json)).ToJson();

    private FeatureFlagConflictException Shorten(FeatureFlagConflictException conflict) =>
        new(conflict.Key[prefix.Length..], conflict.ExpectedVersion, conflict.Current is null ? null : Shorten(conflict.Current));
}
