namespace Aurum.FlagGen.Stores;

/// <summary>A store whose audit log can be read from its end for as long as somebody asks. Pages would begin anew each.</summary>
internal interface IAuditStream
{
    /// <summary>The entries that match, newest first, whatever page the query asks for.</summary>
    IAsyncEnumerable<AuditEntry> StreamAuditAsync(AuditQuery query, CancellationToken cancellationToken);
}
