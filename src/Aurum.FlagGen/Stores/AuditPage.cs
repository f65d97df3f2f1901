using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>A page of an audit log.</summary>
public sealed record AuditPage
{
    /// <summary>The entries, newest first.</summary>
    public required IReadOnlyList<AuditEntry> Entries { get; init => field = ValueList<AuditEntry>.Of(value); }

    /// <summary>Which page it is, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many entries a page has.</summary>
    public required int Limit { get; init; }

    /// <summary>How many entries match, on all pages.</summary>
    public required int Total { get; init; }
}
