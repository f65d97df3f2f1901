namespace Aurum.FlagGen.Stores;

/// <summary>Two audit logs as one, by time. Each keeps its own order, even where its writers' clocks went back.</summary>
internal static class MergedAudit
{
    public static async ValueTask<AuditPage> ReadAsync(IFeatureFlagStore first, IFeatureFlagStore second, AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, AuditQuery.MaxLimit);
        long wanted = (long)query.Page * query.Limit;
        (List<AuditEntry> ones, int oneTotal) = await ReadNewestAsync(first, query, wanted, cancellationToken).ConfigureAwait(false);
        (List<AuditEntry> others, int otherTotal) = await ReadNewestAsync(second, query, wanted, cancellationToken).ConfigureAwait(false);
        int total = oneTotal + otherTotal;
        int skipped = (int)Math.Min(wanted - query.Limit, total);
        return new AuditPage
        {
            Entries = [.. Merge(ones, others).Skip(skipped).Take(query.Limit).Select((entry, index) => entry with { Sequence = total - skipped - index })],
            Page = query.Page,
            Limit = query.Limit,
            Total = total,
        };
    }

    private static async ValueTask<(List<AuditEntry> Entries, int Total)> ReadNewestAsync(
        IFeatureFlagStore store, AuditQuery query, long wanted, CancellationToken cancellationToken)
    {
        List<AuditEntry> entries = [];
        AuditQuery part = query with { Page = 1, Limit = (int)Math.Min(wanted, AuditQuery.MaxLimit) };
        while (true)
        {
            AuditPage page = await store.ReadAuditAsync(part, cancellationToken).ConfigureAwait(false);

            // What was written since the former page was read moved some of its entries to this one.
            entries.AddRange(entries.Count == 0 ? page.Entries : page.Entries.Where(entry => entry.Sequence < entries[^1].Sequence));
            if (entries.Count >= wanted || page.Entries.Count < part.Limit)
            {
                return (entries, page.Total);
            }

            part = part with { Page = part.Page + 1 };
        }
    }

    private static IEnumerable<AuditEntry> Merge(List<AuditEntry> ones, List<AuditEntry> others)
    {
        int one = 0;
        int other = 0;
        while (one < ones.Count || other < others.Count)
        {
            bool isOne = other == others.Count || (one < ones.Count && ones[one].At >= others[other].At);
            yield return isOne ? ones[one++] : others[other++];
        }
    }
}
