namespace Aurum.FlagGen;

/// <summary>Hands out slots, process-wide, manifest by manifest, once: so that generated code of every assembly finds its flags in every engine by position, without a look-up.</summary>
internal static class FlagSlots
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Type, FlagCatalog> ByBearer = [];
    private static readonly Queue<(Type Owner, Type Bearer)> Announced = [];

    private static volatile bool s_hasAnnounced;
    private static volatile SlotTable s_table = SlotTable.Empty;

    /// <summary>Every slot and manifest, those included that were only announced until now.</summary>
    public static SlotTable Table
    {
        get
        {
            if (s_hasAnnounced)
            {
                ReadAnnounced();
            }

            return s_table;
        }
    }

    /// <summary>The slots handed out up to now, without reading what was only announced.</summary>
    public static SlotTable TableAsRead => s_table;

    /// <summary>Every manifest.</summary>
    public static IReadOnlyList<FlagCatalog> Catalogs => Table.Catalogs;

    public static string KeyOf(int slot) => s_table.Find(slot)?.Key ?? "";

    public static string ScopeOf(int slot) => s_table.Find(slot)?.Scope ?? "";

    /// <summary>The flag of one manifest, or of the first of several that are the same flag.</summary>
    public static FlagSlot? Find(FlagIdentity identity) => Array.Find(Table.Slots, slot => slot.Identity == identity);

    /// <summary>The flags that have a key, one for each scope.</summary>
    public static IReadOnlyList<FlagSlot> FindAll(string key) =>
        [.. Table.Slots.Where(slot => slot.Key == key).DistinctBy(static slot => slot.Scope, StringComparer.Ordinal)];

    /// <summary>Notes a manifest that is to be read when somebody needs it.</summary>
    public static void Announce(Type owner, Type bearer)
    {
        lock (Gate)
        {
            Announced.Enqueue((owner, bearer));
            s_hasAnnounced = true;
        }
    }

    /// <summary>Reads the manifest that a type bears, unless that was done before.</summary>
    public static FlagCatalog Register(Type owner, Type bearer)
    {
        lock (Gate)
        {
            return RegisterOnce(owner, bearer);
        }
    }

    /// <summary>Gives each flag of a manifest its slot.</summary>
    public static FlagCatalog Register(FlagCatalog catalog)
    {
        lock (Gate)
        {
            catalog.Slots = [.. Enumerable.Range(s_table.Slots.Length, catalog.Flags.Count)];
            s_table = s_table.Add(catalog);
            return catalog;
        }
    }

    /// <summary>Reads manifests again that an edit of the running program may have changed.</summary>
    /// <param name="types">The types that changed; null where that is not known.</param>
    /// <returns>The manifests that were read again.</returns>
    public static IReadOnlyList<CatalogChange> ReadAgain(Type[]? types)
    {
        List<CatalogChange> changes = [];
        lock (Gate)
        {
            foreach (FlagCatalog catalog in s_table.Catalogs.Where(catalog => catalog.IsBornByAny(types)))
            {
                IReadOnlyList<FeatureFlag> before = catalog.Flags;
                if (catalog.Slots.Length > 0 && catalog.TryReadAgain())
                {
                    s_table = s_table.Update(catalog);
                    changes.Add(new CatalogChange(catalog, before));
                }
            }
        }

        return changes;
    }

    private static void ReadAnnounced()
    {
        lock (Gate)
        {
            while (Announced.TryDequeue(out (Type Owner, Type Bearer) next))
            {
                try
                {
                    RegisterOnce(next.Owner, next.Bearer);
                }
                catch (Exception)
                {
                    // A damaged assembly is told where its flags are used; the flags of the others are not to suffer.
                }
            }

            s_hasAnnounced = false;
        }
    }

    private static FlagCatalog RegisterOnce(Type owner, Type bearer)
    {
        if (!ByBearer.TryGetValue(bearer, out FlagCatalog? catalog))
        {
            ByBearer.Add(bearer, catalog = Register(FlagCatalog.Read(owner, bearer)));
        }

        return catalog;
    }
}
