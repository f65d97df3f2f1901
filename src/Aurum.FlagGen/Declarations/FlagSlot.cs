namespace Aurum.FlagGen;

/// <summary>The place of a declared flag in every snapshot of this process. Every flag of every manifest has one of its own.</summary>
/// <param name="Index">The position in a snapshot's flags.</param>
/// <param name="Definition">The flag as its manifest declares it.</param>
/// <param name="VariantNames">The declared variants in the order of the generated enum.</param>
/// <param name="Catalog">The manifest.</param>
internal sealed record FlagSlot(int Index, FeatureFlag Definition, IReadOnlyList<string> VariantNames, FlagCatalog Catalog)
{
    public string Key => Definition.Key;

    public string Scope => Catalog.Scope;

    public FlagType Type => Definition.Type;

    public FlagIdentity Identity => new(Scope, Key);

    /// <summary>Whether both declare one flag, alike: the same manifest may be compiled into several assemblies.</summary>
    public bool IsSameAs(FlagSlot other) => Identity == other.Identity && Definition.ToJson() == other.Definition.ToJson();

    public static IReadOnlyList<string> DeclaredVariants(FeatureFlag flag)
    {
        if (flag.Variants.Count > 0)
        {
            return [.. flag.Variants.Select(static variant => variant.Name)];
        }

        return flag.AbTest is { } test ? [.. test.Variants.Select(static arm => arm.Variant)] : [];
    }
}
