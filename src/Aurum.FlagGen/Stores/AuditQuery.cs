namespace Aurum.FlagGen;

/// <summary>Which entries of an audit log are wanted. What is null matches every entry.</summary>
public sealed record AuditQuery
{
    /// <summary>The most entries that a page may have.</summary>
    public const int MaxLimit = 500;

    /// <summary>The flag's key.</summary>
    public string? Key { get; init; }

    /// <summary>Who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>What kind of change it was.</summary>
    public string? Action { get; init; }

    /// <summary>From when (included).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when (excluded).</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Which page, from 1.</summary>
    /// <value>Default: 1.</value>
    public int Page { get; init; } = 1;

    /// <summary>How many entries a page has.</summary>
    /// <value>1 to <see cref="MaxLimit"/>. Default: 50.</value>
    public int Limit { get; init; } = 50;

    /// <summary>Whether the query asks for every entry.</summary>
    internal bool AsksForAll => this is { Key: null, Actor: null, Action: null, From: null, To: null };

    /// <summary>Whether the query asks for an entry.</summary>
    /// <param name="entry">The entry.</param>
    public bool Matches(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Key is null || Key == entry.Key)
            && (Actor is null || Actor == entry.Actor)
            && (Action is null || Action == entry.Action)
            && (From is null || entry.At >= From)
            && (To is null || entry.At < To);
    }

    /// <summary>Cuts the page that the query asks for out of all entries of a log.</summary>
    /// <param name="entries">The entries, oldest first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page or the limit is out of range.</exception>
    public AuditPage Apply(IEnumerable<AuditEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ThrowIfOutOfRange();

        // A log may be far larger than the page: of what was seen, only the newest are kept, back to the beginning of the page.
        Queue<AuditEntry> newest = new();
        long wanted = (long)Page * Limit;
        int total = 0;
        foreach (AuditEntry entry in entries.Where(Matches))
        {
            total++;
            newest.Enqueue(entry);
            if (newest.Count > wanted)
            {
                newest.Dequeue();
            }
        }

        int skipped = (int)Math.Min(wanted - Limit, total);
        return ToPage([.. newest.Take(Math.Min(Limit, total - skipped)).Reverse()], total);
    }

    internal void ThrowIfOutOfRange()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Limit, MaxLimit);
    }

    internal AuditPage ToPage(IReadOnlyList<AuditEntry> entries, int total) => new() { Entries = entries, Page = Page, Limit = Limit, Total = total };
}
