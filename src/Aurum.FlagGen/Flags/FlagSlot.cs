namespace Aurum.FlagGen;

/// <summary>The place of a declared flag in every snapshot of this process.</summary>
/// <param name="Index">The position in a snapshot's flags.</param>
/// <param name="Definition">The flag as its manifest declares it.</param>
/// <param name="VariantNames">The declared variants in the order of the generated enum.</param>
/// <param name="Catalog">The manifest that declared the flag first.</param>
internal sealed record FlagSlot(int Index, FeatureFlag Definition, IReadOnlyList<string> VariantNames, FlagCatalog Catalog)
{
    public string Key => Definition.Key;

    public FlagType Type => Definition.Type;
}
