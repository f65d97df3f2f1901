namespace Aurum.FlagGen;

/// <summary>How much of its audit log a store keeps.</summary>
/// <remarks>
/// Nothing is deleted unless it is asked for, and a file store logs how many entries it took out. Entries go oldest first, when others are written, and some time
/// after they may: up to a tenth more is kept, so that not every write rewrites the log. Numbers of entries are never given again.
/// </remarks>
public sealed record AuditRetention
{
    /// <summary>Keeps everything.</summary>
    public static AuditRetention Unlimited { get; } = new();

    /// <summary>The most entries that are kept.</summary>
    /// <value>Default: null, any number.</value>
    public int? MaxEntries { get; init; }

    /// <summary>How long an entry is kept.</summary>
    /// <value>Default: null, for ever.</value>
    public TimeSpan? MaxAge { get; init; }

    /// <inheritdoc/>
    public override string ToString() => (MaxEntries, MaxAge) switch
    {
        (null, null) => "everything",
        ({ } entries, null) => FormattableString.Invariant($"{entries:N0} entries"),
        (null, { } age) => FormattableString.Invariant($"entries for {age}"),
        ({ } entries, { } age) => FormattableString.Invariant($"{entries:N0} entries for {age}"),
    };

    /// <summary>Why the values make no sense; null where they do.</summary>
    internal string? Fault => MaxEntries < 1 ? FormattableString.Invariant($"MaxEntries is {MaxEntries}; give at least 1, or null to keep any number.")
        : MaxAge <= TimeSpan.Zero ? $"MaxAge is {MaxAge}; give a time above zero, or null to keep entries for ever."
        : null;

    /// <summary>The retention itself.</summary>
    /// <exception cref="ArgumentException">The values make no sense.</exception>
    internal AuditRetention Check() => Fault is { } fault ? throw new ArgumentException($"{nameof(AuditRetention)}.{fault}") : this;

    /// <summary>Whether so many entries are a tenth more than are kept.</summary>
    internal bool IsExceededBy(long entries) => MaxEntries is { } most && entries > most + (most / 10);

    /// <summary>Whether an entry is a tenth older than entries are kept.</summary>
    internal bool IsExceededBy(TimeSpan age) => MaxAge is { } longest && age > longest + (longest / 10);
}
