namespace Aurum.FlagGen.Testing;

/// <summary>What manifests of the process declare about a flag.</summary>
internal static class DeclaredFlag
{
    public static FlagSlot Find(IFlag flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return FlagSlots.Find(new FlagIdentity(flag.Scope, flag.Key))
            ?? throw new ArgumentException($"Flag '{flag.Key}' cannot be overridden: no manifest declares it for the run time. What a compile-time flag gives is settled by the build.", nameof(flag));
    }

    public static FlagSlot Find(string key) => TryFind(key)
        ?? throw new ArgumentException($"No manifest that was compiled into this process declares the flag '{key}' for the run time. Keys are case-sensitive; take the constant that is generated from the manifest.", nameof(key));

    /// <summary>The flag that a key alone names; null where no manifest declares it.</summary>
    /// <exception cref="ArgumentException">Manifests of several scopes declare it.</exception>
    public static FlagSlot? TryFind(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        IReadOnlyList<FlagSlot> slots = FlagSlots.FindAll(key);
        return slots.Count switch
        {
            0 => null,
            1 => slots[0],
            _ => throw new ArgumentException($"The key '{key}' does not tell which flag is meant: {string.Join(" and ", slots.Select(static slot => slot.Catalog.Place))} declare it. Name the flag by its generated member, or give its scope.", nameof(key)),
        };
    }

    public static FlagSlot Find(string scope, string key)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(key);
        return FlagSlots.Find(new FlagIdentity(scope, key))
            ?? throw new ArgumentException($"No manifest of scope '{scope}' that was compiled into this process declares the flag '{key}' for the run time. Scopes and keys are case-sensitive.", nameof(key));
    }
}
