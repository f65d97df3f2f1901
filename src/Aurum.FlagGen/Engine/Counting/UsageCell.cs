namespace Aurum.FlagGen.Engine;

/// <summary>Counts the evaluations of a flag that gave one result.</summary>
/// <param name="number">The number under which threads count it.</param>
/// <param name="before">What was counted under the number before it was this cell's.</param>
internal sealed class UsageCell(int number, long before)
{
    public int Number => number;

    /// <summary>The count that was read last.</summary>
    public long Count { get; private set; }

    /// <summary>When the count was first seen at that height, in ticks of UTC.</summary>
    public long SeenAt { get; private set; }

    public void See(long total, long now)
    {
        if (total - before != Count)
        {
            Count = total - before;
            SeenAt = now;
        }
    }
}
