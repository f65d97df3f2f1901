using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>The part of a store's flags that the flags of one manifest can depend on.</summary>
internal static class StoreExcerpt
{
    /// <param name="set">What the store holds.</param>
    /// <param name="flagOf">Its flag of a key; null where it has none.</param>
    /// <param name="catalog">The manifest.</param>
    public static FlagSet Of(FlagSet set, Func<string, FeatureFlag?> flagOf, FlagCatalog catalog)
    {
        // A scenario's flag may stand in for any of those that are needed.
        if (set.HasScenarios)
        {
            return set;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        Queue<string> keys = new(catalog.Flags.Select(static flag => flag.Key));
        List<FeatureFlag> flags = [];
        Dictionary<string, string> unreadable = new(StringComparer.Ordinal);
        while (keys.TryDequeue(out string? key))
        {
            if (!seen.Add(key))
            {
                continue;
            }

            if (set.Unreadable.TryGetValue(key, out string? reason))
            {
                unreadable.Add(key, reason);
            }

            if (flagOf(key) is { } flag)
            {
                flags.Add(flag);
                foreach (string needed in RuleAudience.FlagsOf(flag))
                {
                    keys.Enqueue(needed);
                }
            }
        }

        return set with { Flags = flags, Unreadable = unreadable };
    }

    /// <summary>Whether both excerpts hold the very same definitions.</summary>
    public static bool AreSame(FlagSet? one, FlagSet? other) => ReferenceEquals(one, other)
        || (one is not null && other is not null
            && one.HasScenarios == other.HasScenarios
            && one.Flags.SequenceEqual(other.Flags, ReferenceEqualityComparer.Instance)
            && ReferenceEquals(one.Context, other.Context)
            && one.Segments.SequenceEqual(other.Segments)
            && one.Layers.SequenceEqual(other.Layers)
            && one.Unreadable.Count == other.Unreadable.Count
            && one.Unreadable.All(pair => other.Unreadable.GetValueOrDefault(pair.Key) == pair.Value));
}
