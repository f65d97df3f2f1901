namespace Aurum.FlagGen;

/// <summary>A compiled manifest that was read again while the program runs.</summary>
/// <param name="Catalog">The manifest as it is now.</param>
/// <param name="Before">Its flags as they were.</param>
internal sealed record CatalogChange(FlagCatalog Catalog, IReadOnlyList<FeatureFlag> Before);
