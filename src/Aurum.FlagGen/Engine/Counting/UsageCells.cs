namespace Aurum.FlagGen.Engine;

/// <summary>What one thread counted for one engine. Only that thread writes here, so that counting needs no interlocked instruction; others read along.</summary>
internal sealed class UsageCells(UsageLedger ledger, Thread thread)
{
    public readonly UsageLedger Ledger = ledger;

    /// <summary>The counts by cell. Its thread replaces the array by a longer copy where it comes to a cell beyond its end.</summary>
    public volatile long[] Counts = [];

    /// <summary>What the same thread counts for another engine.</summary>
    public UsageCells? Next;

    /// <summary>Whether nothing is going to be counted here any more.</summary>
    public bool HasEnded => !thread.IsAlive;

    /// <summary>Adds the counts to those of other threads. Reads each as a whole, on 32 bits too.</summary>
    public void AddTo(long[] totals)
    {
        long[] counts = Counts;
        for (int i = 0; i < counts.Length && i < totals.Length; i++)
        {
            totals[i] += Volatile.Read(ref counts[i]);
        }
    }
}
