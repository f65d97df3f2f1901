namespace Aurum.FlagGen.Management;

/// <summary>What the manifests that were compiled into the process declare.</summary>
internal class DeclaredFlags
{
    /// <summary>All manifests of this process, those registered later included.</summary>
    public static DeclaredFlags OfProcess { get; } = new();

    public virtual IReadOnlyList<FlagCatalog> Catalogs => FlagSlots.Catalogs;

    public IEnumerable<FeatureFlag> Flags => Catalogs.SelectMany(static catalog => catalog.Flags).DistinctBy(static flag => flag.Key, StringComparer.Ordinal);

    public FeatureFlag? Find(string key) => FindCatalog(key)?.Flags.First(flag => flag.Key == key);

    public FlagCatalog? FindCatalog(string key) => Catalogs.FirstOrDefault(catalog => catalog.Flags.Any(flag => flag.Key == key));
}
