namespace Aurum.FlagGen.Declarations;

/// <summary>What the manifests declare that an application serves.</summary>
/// <param name="added">The manifests that were added to its host; empty where it serves all that no other host serves.</param>
/// <param name="isServedElsewhere">Whether another host names a scope as its own.</param>
internal class DeclaredFlags(IReadOnlyList<FlagCatalog> added, Func<string, bool> isServedElsewhere)
{
    /// <summary>All manifests of this process, those read later included.</summary>
    public static DeclaredFlags OfProcess { get; } = new([], static _ => false);

    /// <summary>The manifests that were added to the host.</summary>
    public IReadOnlyList<FlagCatalog> Added { get; } = added;

    public virtual IReadOnlyList<FlagCatalog> Catalogs => Added.Count > 0
        ? Added
        : [.. FlagSlots.Catalogs.Where(catalog => !isServedElsewhere(catalog.Scope))];

    /// <summary>The flags, each key once. A key under which the manifests declare different flags is left out: a store has one flag for it.</summary>
    public IEnumerable<FeatureFlag> Flags
    {
        get
        {
            ILookup<string, string> contested = Contradictions().ToLookup(static one => one.Key, static one => one.Message, StringComparer.Ordinal);
            return Catalogs
                .SelectMany(static catalog => catalog.Flags)
                .Where(flag => !contested.Contains(flag.Key))
                .DistinctBy(static flag => flag.Key, StringComparer.Ordinal);
        }
    }

    public FeatureFlag? Find(string key) => Flags.FirstOrDefault(flag => flag.Key == key);

    public FlagCatalog? FindCatalog(string key) => Catalogs.FirstOrDefault(catalog => catalog.Flags.Any(flag => flag.Key == key));

    /// <summary>Refuses manifests that one host cannot serve over one store.</summary>
    /// <exception cref="InvalidOperationException">Two of those that were added declare one key, and not the same flag.</exception>
    public void ThrowIfContradictory()
    {
        string[] messages = Added.Count < 2 ? [] : [.. Contradictions().Select(static one => one.Message)];
        if (messages.Length > 0)
        {
            throw new InvalidOperationException(string.Join(" ", messages));
        }
    }

    /// <summary>Keys under which the manifests declare different flags, with a sentence on each.</summary>
    public IEnumerable<(string Key, string Message)> Contradictions()
    {
        Dictionary<string, (FlagCatalog Catalog, FeatureFlag Flag)> first = new(StringComparer.Ordinal);
        foreach (FlagCatalog catalog in Catalogs)
        {
            foreach (FeatureFlag flag in catalog.Flags)
            {
                if (!first.TryAdd(flag.Key, (catalog, flag)) && Describe(first[flag.Key].Catalog, first[flag.Key].Flag, catalog, flag) is { } message)
                {
                    yield return (flag.Key, message);
                }
            }
        }
    }

    private static string? Describe(FlagCatalog first, FeatureFlag flag, FlagCatalog second, FeatureFlag other)
    {
        if (first.Scope != second.Scope)
        {
            return $"Flag '{flag.Key}' is declared by {first.Place} and by {second.Place}, and one host with one store cannot tell them apart: rename one of them, or give each scope a host of its own.";
        }

        return flag.ToJson() == other.ToJson()
            ? null
            : $"Flag '{flag.Key}' of scope '{first.Scope}' is declared by {first.Place} and, with another definition, by {second.Place}: share one manifest, or give one of them another \"scope\".";
    }
}
