namespace Aurum.FlagGen.Manifest.Naming;

/// <summary>How many characters a search for a near name may still look at. Counted and not timed, so that the same names give the same answer everywhere.</summary>
internal sealed class SearchBudget(long steps)
{
    /// <summary>What one search may look at: some tens of milliseconds.</summary>
    public const long OfOneSearch = 10_000_000;

    public long Spent { get; private set; }

    /// <summary>Whether the search had to end before it had looked at all.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Takes so many steps; false where fewer are left, and from then on.</summary>
    public bool TrySpend(long count)
    {
        IsExceeded |= count > steps - Spent;
        Spent += IsExceeded ? 0 : count;
        return !IsExceeded;
    }
}
