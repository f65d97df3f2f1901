namespace Aurum.FlagGen.Management;

/// <summary>What a store holds otherwise than the manifest that the application was built with.</summary>
internal static class StoreDifferences
{
    /// <summary>The keys of flags of which both know, and whose status, values, rules, test, buckets or life cycle differ: what the store owns once it has the flag.</summary>
    public static IReadOnlyList<string> Find(FlagSet set, IEnumerable<FeatureFlag> declared)
    {
        Dictionary<string, FeatureFlag> stored = new(StringComparer.Ordinal);
        foreach (FeatureFlag flag in set.Flags)
        {
            stored.TryAdd(flag.Key, flag);
        }

        return [.. declared.Where(flag => stored.TryGetValue(flag.Key, out FeatureFlag? other) && !DecidesAlike(other, flag)).Select(static flag => flag.Key)];
    }

    /// <summary>Whether both decide alike, whatever describes them.</summary>
    public static bool DecidesAlike(FeatureFlag stored, FeatureFlag declared) =>
        DeclarationMerge.Merge(stored, declared).ToJson() == DeclarationMerge.Stamp(declared, stored).ToJson();
}
