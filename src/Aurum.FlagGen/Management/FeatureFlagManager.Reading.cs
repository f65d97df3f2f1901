namespace Aurum.FlagGen;

/// <content>Reading: what the store holds, and what manifests declare beside it.</content>
public sealed partial class FeatureFlagManager
{
    /// <summary>Reads one flag from the store.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag; one that the store lacks as a manifest declares it, with version 0; null where neither knows it.</returns>
    public async ValueTask<FeatureFlag?> GetFlagAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await Store.GetAsync(key, cancellationToken).ConfigureAwait(false) ?? _declared.Find(key);
    }

    /// <summary>Lists flags, by key.</summary>
    /// <param name="query">Which flags. Default: null, the first 50 of all flags.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page or the limit is out of range.</exception>
    public async ValueTask<FeatureFlagPage> ListFlagsAsync(FeatureFlagQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new FeatureFlagQuery();
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, FeatureFlagQuery.MaxLimit);
        IReadOnlyList<FeatureFlag> all = await LoadAllAsync(cancellationToken).ConfigureAwait(false);
        FeatureFlag[] matching = [.. all.Where(query.Matches).OrderBy(static flag => flag.Key, StringComparer.Ordinal)];
        int skipped = (int)Math.Min((long)(query.Page - 1) * query.Limit, matching.Length);
        return new FeatureFlagPage
        {
            Items = matching[skipped..Math.Min(skipped + query.Limit, matching.Length)],
            Page = query.Page,
            Limit = query.Limit,
            Total = matching.Length,
        };
    }

    /// <summary>Counts flags, and how often they were evaluated.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Evaluations of all processes that report to the store, as of their last reports and of now for this one; of this process alone where the store is no <see cref="IFlagUsageStore"/>.</returns>
    /// <exception cref="FeatureFlagStoreException">The store cannot be read.</exception>
    public async ValueTask<FeatureFlagStats> GetFeatureStatsAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<FeatureFlag> all = await LoadAllAsync(cancellationToken).ConfigureAwait(false);
        return FeatureFlagStats.Of(all, await _usage.ReadAsync(cancellationToken).ConfigureAwait(false), DateOnly.FromDateTime(_timeProvider.GetUtcNow().UtcDateTime));
    }

    /// <summary>Reads the audit log, newest entries first.</summary>
    /// <param name="query">Which entries; with <see cref="AuditQuery.Key"/>, one flag's history. Default: null, the last 50 entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery? query = null, CancellationToken cancellationToken = default) =>
        Store.ReadAuditAsync(query ?? new AuditQuery(), cancellationToken);

    private async ValueTask<IReadOnlyList<FeatureFlag>> LoadAllAsync(CancellationToken cancellationToken)
    {
        FlagSet set = await Store.LoadAsync(cancellationToken).ConfigureAwait(false);
        return [.. set.Flags.Concat(_declared.Flags.Where(flag => !set.Unreadable.ContainsKey(flag.Key))).DistinctBy(static flag => flag.Key, StringComparer.Ordinal)];
    }
}
