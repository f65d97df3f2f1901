namespace Aurum.FlagGen.Following;

/// <summary>Reports what an engine counts to a store, in batches. What was put into a batch stays in it until the store has taken it, so that an answer that was lost counts nothing twice.</summary>
internal sealed class UsageReporter(FlagEngine engine, IFlagUsageStore store, string applicationVersion)
{
    private readonly AsyncGate _gate = new();
    private readonly string _name = Guid.NewGuid().ToString("N");

    /// <summary>Batches that the store has not acknowledged, the first of which may have arrived.</summary>
    private readonly Queue<FlagUsageBatch> _pending = new();

    /// <summary>What was put into batches, by flag.</summary>
    private Dictionary<string, FlagUsage> _reported = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>A reporter to a store, or null where the store takes no reports.</summary>
    public static UsageReporter? Find(FlagEngine engine, IFeatureFlagStore store, string applicationVersion) =>
        FindStore(store) is { } usage ? new UsageReporter(engine, usage, applicationVersion) : null;

    /// <summary>Reports everything that was counted up to now. A failure leaves it for the next time.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SendAsync(cancellationToken).ConfigureAwait(false);
            Collect();
            await SendAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Leave();
        }
    }

    /// <summary>What all processes have counted, this one's evaluations up to now included.</summary>
    public async ValueTask<IReadOnlyList<FlagUsage>> ReadAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return await store.ReadUsageAsync(cancellationToken).ConfigureAwait(false);
    }

    // A scenario's flag that stands in for another is counted as that one, so that all counts belong where the generic flags are.
    private static IFlagUsageStore? FindStore(IFeatureFlagStore store) =>
        store as IFlagUsageStore ?? (store is ScenarioFeatureFlagAdapter adapter ? FindStore(adapter.Generic) : null);

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        while (_pending.TryPeek(out FlagUsageBatch? batch))
        {
            await store.AddUsageAsync(batch, cancellationToken).ConfigureAwait(false);
            _pending.Dequeue();
        }
    }

    private void Collect()
    {
        IReadOnlyList<FlagUsage> totals = FlagUsageSum.OfStore(engine);
        List<FlagUsage> grown = [];
        foreach (FlagUsage total in totals)
        {
            FlagUsage added = Subtract(total, _reported.GetValueOrDefault(total.Key));
            if (added.Evaluations > 0)
            {
                grown.Add(added);
            }
        }

        // Flags that the engine has forgotten begin anew if they ever come back.
        _reported = totals.ToDictionary(static flag => flag.Key, StringComparer.Ordinal);
        foreach (FlagUsage[] part in grown.Chunk(FlagUsageBatch.MaxFlags))
        {
            _pending.Enqueue(new FlagUsageBatch { Reporter = _name, Sequence = ++_sequence, ApplicationVersion = applicationVersion, Flags = part });
        }
    }

    private static FlagUsage Subtract(FlagUsage total, FlagUsage? reported)
    {
        // A count that fell was forgotten in between, and began anew.
        if (reported is null || total.Evaluations < reported.Evaluations)
        {
            return total;
        }

        Dictionary<string, long> variants = new(StringComparer.Ordinal);
        foreach ((string name, long count) in total.ByVariant)
        {
            long added = count - reported.ByVariant.GetValueOrDefault(name);
            if (added > 0)
            {
                variants.Add(name, added);
            }
        }

        return total with { Evaluations = total.Evaluations - reported.Evaluations, ByVariant = variants };
    }
}
