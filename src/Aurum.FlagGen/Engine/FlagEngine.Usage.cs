namespace Aurum.FlagGen;

/// <content>How often flags are evaluated.</content>
public sealed partial class FlagEngine
{
    /// <summary>How often each flag was evaluated, since the engine was made, by it and by engines captured from it. Flags of two scopes that have one key are counted apart.</summary>
    /// <returns>The flags that were evaluated at least once, by key; flags that exist no more included, until there are a thousand results of flags and room is wanted for others.</returns>
    /// <remarks>
    /// <para>Counting is always on and costs no more than one or two nanoseconds: each thread counts in memory of its own, and reading adds the threads up. A number is exact as soon as the threads that counted are known to have finished; before that it may lack their last evaluations.</para>
    /// <para>What is counted are questions of the application: a flag that another flag needs, and one that is explained or tracked, is decided and not counted.</para>
    /// <para><see cref="FlagUsage.LastEvaluated"/> is as exact as this method is called often.</para>
    /// </remarks>
    public IReadOnlyList<FlagUsage> GetUsage()
    {
        FlagUsage[] usage = _usage.Read(Now);
        Array.Sort(usage, static (left, right) => string.CompareOrdinal(left.Key, right.Key) is var order and not 0 ? order : string.CompareOrdinal(left.Scope, right.Scope));
        return usage;
    }
}
