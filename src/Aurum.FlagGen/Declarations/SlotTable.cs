namespace Aurum.FlagGen;

/// <summary>All slots and manifests of the process at one instant. Immutable.</summary>
/// <param name="Slots">The slots; a slot's position is its index.</param>
/// <param name="Catalogs">The manifests, in the order in which they were read.</param>
internal sealed record SlotTable(FlagSlot[] Slots, FlagCatalog[] Catalogs)
{
    public static SlotTable Empty { get; } = new([], []);

    public FlagSlot? Find(int slot) => (uint)slot < (uint)Slots.Length ? Slots[slot] : null;

    /// <summary>The same table with a manifest's flags at its end.</summary>
    public SlotTable Add(FlagCatalog catalog) => new([.. Slots, .. SlotsOf(catalog, Slots.Length)], [.. Catalogs, catalog]);

    /// <summary>The same table with a manifest's flags as the manifest declares them now.</summary>
    public SlotTable Update(FlagCatalog catalog)
    {
        FlagSlot[] slots = [.. Slots];
        foreach (FlagSlot slot in SlotsOf(catalog, catalog.Slots[0]))
        {
            slots[slot.Index] = slot;
        }

        return this with { Slots = slots };
    }

    private static IEnumerable<FlagSlot> SlotsOf(FlagCatalog catalog, int first) =>
        catalog.Flags.Select((flag, position) => new FlagSlot(first + position, flag, FlagSlot.DeclaredVariants(flag), catalog));
}
