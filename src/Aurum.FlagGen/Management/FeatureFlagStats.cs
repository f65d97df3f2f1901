namespace Aurum.FlagGen;

/// <summary>What flags there are, in numbers.</summary>
public sealed class FeatureFlagStats
{
    /// <summary>How many flags there are.</summary>
    public required int TotalFlags { get; init; }

    /// <summary>How many flags have each status; every status is there.</summary>
    public required IReadOnlyDictionary<FeatureFlagStatus, int> StatusDistribution { get; init; }

    /// <summary>How many flags have an A/B test.</summary>
    public required int AbTestFlags { get; init; }

    /// <summary>How many flags have rules.</summary>
    public required int RulesBasedFlags { get; init; }

    /// <summary>How many flags each owner answers for; flags without an owner are left out.</summary>
    public required IReadOnlyDictionary<string, int> ByOwner { get; init; }

    /// <summary>How many flags have each tag.</summary>
    public required IReadOnlyDictionary<string, int> ByTag { get; init; }

    /// <summary>The keys of flags that are past their expiry date, in order.</summary>
    public required IReadOnlyList<string> StaleFlags { get; init; }

    /// <summary>How often each flag was evaluated; every flag is there.</summary>
    public required IReadOnlyDictionary<string, long> Evaluations { get; init; }

    /// <summary>How often each flag gave each variant, as <see cref="FlagUsage.ByVariant"/> tells; flags that were never evaluated are left out.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> EvaluationsByVariant { get; init; }

    /// <summary>When each flag was last evaluated, as <see cref="FlagUsage.LastEvaluated"/> knows it; flags that were never evaluated are left out.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> LastEvaluated { get; init; }

    /// <summary>Which version of the application last evaluated each flag; flags of which that is not known are left out.</summary>
    public required IReadOnlyDictionary<string, string> LastVersion { get; init; }

    internal static FeatureFlagStats Of(IReadOnlyList<FeatureFlag> flags, IReadOnlyList<FlagUsage> usage, DateOnly today)
    {
        HashSet<string> keys = flags.Select(static flag => flag.Key).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, FlagUsage> used = usage.Where(flag => keys.Contains(flag.Key)).ToDictionary(static flag => flag.Key, StringComparer.Ordinal);
        return new FeatureFlagStats
        {
            TotalFlags = flags.Count,
            StatusDistribution = Enum.GetValues<FeatureFlagStatus>().ToDictionary(static status => status, status => flags.Count(flag => flag.Status == status)),
            AbTestFlags = flags.Count(static flag => flag.AbTest is not null),
            RulesBasedFlags = flags.Count(static flag => flag.Rules.Count > 0),
            ByOwner = Count(flags.Select(static flag => flag.Owner).OfType<string>()),
            ByTag = Count(flags.SelectMany(static flag => flag.Tags.Distinct(StringComparer.Ordinal))),
            StaleFlags = [.. flags.Where(flag => !flag.Permanent && flag.Expires < today).Select(static flag => flag.Key).Order(StringComparer.Ordinal)],
            Evaluations = flags.ToDictionary(static flag => flag.Key, flag => used.GetValueOrDefault(flag.Key)?.Evaluations ?? 0, StringComparer.Ordinal),
            EvaluationsByVariant = used.Values.ToDictionary(static flag => flag.Key, static flag => flag.ByVariant, StringComparer.Ordinal),
            LastEvaluated = used.Values.ToDictionary(static flag => flag.Key, static flag => flag.LastEvaluated, StringComparer.Ordinal),
            LastVersion = used.Values.Where(static flag => flag.LastVersion is { Length: > 0 }).ToDictionary(static flag => flag.Key, static flag => flag.LastVersion!, StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, int> Count(IEnumerable<string> names) =>
        names.CountBy(static name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
