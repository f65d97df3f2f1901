namespace Aurum.FlagGen.Following;

/// <summary>What an engine counted, as its store knows flags: by key.</summary>
internal static class FlagUsageSum
{
    /// <summary>The counts of the flags that the engine's store decides. Where several of its scopes have a key, the store's flag of that key decides for all of them.</summary>
    public static IReadOnlyList<FlagUsage> OfStore(FlagEngine engine) =>
    [
        .. engine.GetUsage()
            .Where(usage => usage.Scope is not { } scope || engine.Serves(scope))
            .GroupBy(static usage => usage.Key, StringComparer.Ordinal)
            .Select(static usages => usages.Aggregate(Add) with { Scope = null }),
    ];

    private static FlagUsage Add(FlagUsage one, FlagUsage other)
    {
        Dictionary<string, long> variants = new(one.ByVariant, StringComparer.Ordinal);
        foreach ((string name, long count) in other.ByVariant)
        {
            variants[name] = variants.GetValueOrDefault(name) + count;
        }

        return one with
        {
            Evaluations = one.Evaluations + other.Evaluations,
            ByVariant = variants,
            LastEvaluated = one.LastEvaluated > other.LastEvaluated ? one.LastEvaluated : other.LastEvaluated,
        };
    }
}
