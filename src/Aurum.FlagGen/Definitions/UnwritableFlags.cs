namespace Aurum.FlagGen.Definitions;

/// <summary>Definitions that no reader gives: with a list that is null, or a value that there is no word for. A store of the application's own may give such.</summary>
internal static class UnwritableFlags
{
    /// <summary>The set with these flags among the unreadable ones; null where it has none.</summary>
    public static FlagSet? TakeOut(FlagSet set)
    {
        Dictionary<string, string> unreadable = new(set.Unreadable, StringComparer.Ordinal);
        List<FeatureFlag> sound = new(set.Flags.Count);
        foreach (FeatureFlag flag in set.Flags)
        {
            try
            {
                flag.ToJson();
                sound.Add(flag);
            }
            catch (Exception exception)
            {
                unreadable[flag.Key] = $"The flag '{flag.Key}' cannot be written as the store gives it ({ForeignCode.MessageOf(exception)}); correct the store, or write the flag anew.";
            }
        }

        return sound.Count == set.Flags.Count ? null : set with { Flags = sound, Unreadable = unreadable };
    }
}
