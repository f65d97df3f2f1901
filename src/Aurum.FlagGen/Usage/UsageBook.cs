namespace Aurum.FlagGen.Usage;

/// <summary>Adds batches up, in the memory of the process. It is bounded: of flags, variants and reporters beyond its limits those go that were heard of longest ago.</summary>
internal sealed class UsageBook
{
    /// <summary>So many flags are kept: twice as many as a store may hold, so that none goes that still exists.</summary>
    public const int MaxFlags = 20_000;

    /// <summary>So many variants of a flag are told apart; those of further ones count for the flag alone.</summary>
    public const int MaxVariants = 100;

    private const int MaxReporters = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, FlagUsage> _flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);
    private readonly Queue<string> _reporters = new();

    public void Add(FlagUsageBatch batch)
    {
        lock (_gate)
        {
            if (!TryAdvance(batch))
            {
                return;
            }

            foreach (FlagUsage added in batch.Flags)
            {
                _flags[added.Key] = _flags.TryGetValue(added.Key, out FlagUsage? known)
                    ? Add(known, added, batch.ApplicationVersion)
                    : Add(added with { Evaluations = 0, ByVariant = new Dictionary<string, long>(), LastEvaluated = DateTimeOffset.MinValue }, added, batch.ApplicationVersion);
            }

            foreach (FlagUsage oldest in _flags.Values.OrderBy(static flag => flag.LastEvaluated).Take(_flags.Count - MaxFlags).ToList())
            {
                _flags.Remove(oldest.Key);
            }
        }
    }

    public IReadOnlyList<FlagUsage> Read()
    {
        lock (_gate)
        {
            return [.. _flags.Values];
        }
    }

    private static FlagUsage Add(FlagUsage known, FlagUsage added, string version)
    {
        Dictionary<string, long> variants = new(known.ByVariant, StringComparer.Ordinal);
        foreach ((string name, long count) in added.ByVariant)
        {
            if (variants.TryGetValue(name, out long former) || variants.Count < MaxVariants)
            {
                variants[name] = former + count;
            }
        }

        bool isLater = added.LastEvaluated >= known.LastEvaluated;
        return known with
        {
            Evaluations = known.Evaluations + added.Evaluations,
            ByVariant = variants,
            LastEvaluated = isLater ? added.LastEvaluated : known.LastEvaluated,
            LastVersion = isLater ? version : known.LastVersion,
        };
    }

    private bool TryAdvance(FlagUsageBatch batch)
    {
        if (!_sequences.TryGetValue(batch.Reporter, out long last))
        {
            _reporters.Enqueue(batch.Reporter);
            if (_reporters.Count > MaxReporters)
            {
                _sequences.Remove(_reporters.Dequeue());
            }
        }

        if (batch.Sequence <= last)
        {
            return false;
        }

        _sequences[batch.Reporter] = batch.Sequence;
        return true;
    }
}
