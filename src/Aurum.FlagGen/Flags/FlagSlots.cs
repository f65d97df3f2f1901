using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>Hands out slots, process-wide, key by key, once: so that generated code of every assembly finds its flags in every engine by position, without a look-up.</summary>
internal static class FlagSlots
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, int> Indexes = new(StringComparer.Ordinal);

    private static volatile FlagSlot[] s_all = [];
    private static volatile FlagCatalog[] s_catalogs = [];

    /// <summary>Every slot handed out so far; a slot's position is its index.</summary>
    public static IReadOnlyList<FlagSlot> All => s_all;

    /// <summary>Every manifest registered so far.</summary>
    public static IReadOnlyList<FlagCatalog> Catalogs => s_catalogs;

    public static string KeyOf(int slot)
    {
        FlagSlot[] all = s_all;
        return (uint)slot < (uint)all.Length ? all[slot].Key : "";
    }

    public static bool TryGet(string key, out FlagSlot slot)
    {
        lock (Gate)
        {
            if (Indexes.TryGetValue(key, out int index))
            {
                slot = s_all[index];
                return true;
            }
        }

        slot = null!;
        return false;
    }

    /// <summary>Gives each flag of a manifest its slot: all of them, or, where one contradicts an earlier declaration, none.</summary>
    /// <exception cref="InvalidOperationException">Another manifest declares one of the keys differently.</exception>
    public static int[] Register(FlagCatalog catalog)
    {
        lock (Gate)
        {
            foreach (FeatureFlag flag in catalog.Flags)
            {
                if (Indexes.TryGetValue(flag.Key, out int index))
                {
                    ThrowIfContradicts(s_all[index], flag, catalog);
                }
            }

            List<FlagSlot> all = [.. s_all];
            int[] slots = new int[catalog.Flags.Count];
            for (int i = 0; i < slots.Length; i++)
            {
                FeatureFlag flag = catalog.Flags[i];
                if (!Indexes.TryGetValue(flag.Key, out int index))
                {
                    index = all.Count;
                    Indexes.Add(flag.Key, index);
                    all.Add(new FlagSlot(index, flag, DeclaredVariants(flag), catalog));
                }

                slots[i] = index;
            }

            s_all = [.. all];
            s_catalogs = [.. s_catalogs, catalog];
            return slots;
        }
    }

    private static void ThrowIfContradicts(FlagSlot earlier, FeatureFlag flag, FlagCatalog catalog)
    {
        if (earlier.Type != flag.Type)
        {
            throw new InvalidOperationException(
                $"Flag '{flag.Key}' is declared as {Word(earlier.Type)} for {earlier.Catalog.Owner.FullName} and as {Word(flag.Type)} for {catalog.Owner.FullName}. One key has one type in a process: rename one of them, or share one manifest.");
        }

        IReadOnlyList<string> variants = DeclaredVariants(flag);
        if (flag.Type == FlagType.Variant && !earlier.VariantNames.SequenceEqual(variants))
        {
            throw new InvalidOperationException(
                $"Flag '{flag.Key}' has the variants {string.Join(", ", earlier.VariantNames)} for {earlier.Catalog.Owner.FullName} and {string.Join(", ", variants)} for {catalog.Owner.FullName}. One key has one list of variants in a process: rename one of the flags, or share one manifest.");
        }
    }

    private static string Word(FlagType type) => ManifestWords.FlagTypes.WordFor(type);

    private static IReadOnlyList<string> DeclaredVariants(FeatureFlag flag)
    {
        if (flag.Variants.Count > 0)
        {
            return [.. flag.Variants.Select(static variant => variant.Name)];
        }

        return flag.AbTest is { } test ? [.. test.Variants.Select(static arm => arm.Variant)] : [];
    }
}
