namespace Aurum.FlagGen.Engine;

/// <summary>The manifests whose flags are compiled together.</summary>
/// <param name="Catalogs">The manifests.</param>
/// <param name="Declared">Their flags by key.</param>
/// <param name="Contested">Keys that name several flags, each with a sentence that says so.</param>
/// <param name="IsWhole">Whether these are all manifests that an engine serves.</param>
internal sealed record UnitSource(
    IReadOnlyList<FlagCatalog> Catalogs, IReadOnlyDictionary<string, FlagSlot> Declared, IReadOnlyDictionary<string, string> Contested, bool IsWhole)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>All that an engine serves.</summary>
    public static UnitSource WholeOf(EngineDeclarations declarations) => new(declarations.Served, declarations.ByKey, declarations.Contested, IsWhole: true);

    /// <summary>Whether a unit was compiled from this and from such a part of the store, with no test that overrides flags.</summary>
    public bool Gave(FlagUnit unit, FlagSet? set) =>
        !unit.IsOverridden
        && unit.Declared.Count == Declared.Count
        && Declared.All(pair => ReferenceEquals(unit.Declared.GetValueOrDefault(pair.Key), pair.Value))
        && StoreExcerpt.AreSame(unit.Set, set);

    /// <summary>One manifest by itself.</summary>
    public static UnitSource Of(FlagCatalog catalog, EngineDeclarations declarations) => new([catalog], declarations.SlotsOf(catalog), None, IsWhole: false);
}
