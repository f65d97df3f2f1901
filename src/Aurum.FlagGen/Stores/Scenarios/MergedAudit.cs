using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Stores;

/// <summary>Two audit logs as one, by time. Each keeps its own order, even where its writers' clocks went back.</summary>
internal static class MergedAudit
{
    /// <summary>Reads a page: each log once from its end to the end of the page, of which only the page is kept.</summary>
    public static async ValueTask<AuditPage> ReadAsync(IFeatureFlagStore first, IFeatureFlagStore second, AuditQuery query, CancellationToken cancellationToken)
    {
        query.ThrowIfOutOfRange();
        AuditQuery least = query with { Page = 1, Limit = 1 };
        long total = (await first.ReadAuditAsync(least, cancellationToken).ConfigureAwait(false)).Total;
        total += (await second.ReadAuditAsync(least, cancellationToken).ConfigureAwait(false)).Total;
        long skipped = (long)(query.Page - 1) * query.Limit;
        List<AuditEntry> entries = [];
        if (skipped < total)
        {
            long place = 0;
            await foreach (AuditEntry entry in MergeAsync(Stream(first, query, cancellationToken), Stream(second, query, cancellationToken)).ConfigureAwait(false))
            {
                if (place >= skipped)
                {
                    entries.Add(entry with { Sequence = Math.Max(1, total - place) });
                }

                place++;
                if (entries.Count == query.Limit)
                {
                    break;
                }
            }
        }

        return query.ToPage(entries, (int)Math.Min(total, int.MaxValue));
    }

    private static IAsyncEnumerable<AuditEntry> Stream(IFeatureFlagStore store, AuditQuery query, CancellationToken cancellationToken) =>
        store is IAuditStream stream ? stream.StreamAuditAsync(query, cancellationToken) : ReadPagesAsync(store, query, cancellationToken);

    /// <summary>The entries of a store that gives pages alone.</summary>
    private static async IAsyncEnumerable<AuditEntry> ReadPagesAsync(
        IFeatureFlagStore store, AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AuditQuery part = query with { Page = 1, Limit = (int)Math.Min((long)query.Page * query.Limit, AuditQuery.MaxLimit) };
        long last = long.MaxValue;
        while (true)
        {
            AuditPage page = await store.ReadAuditAsync(part, cancellationToken).ConfigureAwait(false);

            // What was written since the former page was read moved some of its entries to this one.
            long former = last;
            foreach (AuditEntry entry in page.Entries.Where(entry => entry.Sequence < former))
            {
                last = entry.Sequence > 0 ? entry.Sequence : last;
                yield return entry;
            }

            if (page.Entries.Count < part.Limit)
            {
                yield break;
            }

            part = part with { Page = part.Page + 1 };
        }
    }

    private static async IAsyncEnumerable<AuditEntry> MergeAsync(IAsyncEnumerable<AuditEntry> ones, IAsyncEnumerable<AuditEntry> others)
    {
        IAsyncEnumerator<AuditEntry> one = ones.GetAsyncEnumerator(CancellationToken.None);
        await using (one.ConfigureAwait(false))
        {
            IAsyncEnumerator<AuditEntry> other = others.GetAsyncEnumerator(CancellationToken.None);
            await using (other.ConfigureAwait(false))
            {
                bool hasOne = await one.MoveNextAsync().ConfigureAwait(false);
                bool hasOther = await other.MoveNextAsync().ConfigureAwait(false);
                while (hasOne || hasOther)
                {
                    if (!hasOther || (hasOne && one.Current.At >= other.Current.At))
                    {
                        yield return one.Current;
                        hasOne = await one.MoveNextAsync().ConfigureAwait(false);
                    }
                    else
                    {
                        yield return other.Current;
                        hasOther = await other.MoveNextAsync().ConfigureAwait(false);
                    }
                }
            }
        }
    }
}
