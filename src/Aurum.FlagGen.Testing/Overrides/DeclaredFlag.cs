namespace Aurum.FlagGen.Testing;

/// <summary>What manifests of the process declare about a flag.</summary>
internal static class DeclaredFlag
{
    public static FlagSlot Find(IFlag flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        string key = flag.Key;
        if (!FlagSlots.TryGet(key, out _))
        {
            // Generated code registers its manifest when one of its flags is first asked.
            flag.Explain(FlagContext.Empty);
        }

        return FlagSlots.TryGet(key, out FlagSlot slot)
            ? slot
            : throw new ArgumentException($"Flag '{key}' cannot be overridden: no manifest declares it for the run time. What a compile-time flag gives is settled by the build.", nameof(flag));
    }

    public static FlagSlot Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return FlagSlots.TryGet(key, out FlagSlot slot)
            ? slot
            : throw new ArgumentException($"No manifest that was compiled into this process declares the flag '{key}' for the run time. Keys are case-sensitive; take the constant that is generated from the manifest.", nameof(key));
    }
}
