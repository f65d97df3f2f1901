namespace Aurum.FlagGen;

/// <summary>Where the flags of one application are kept: everything that can be changed while it runs.</summary>
/// <remarks>
/// Evaluations never reach a store; an engine answers them from memory. Every store passes the contract suite of Aurum.FlagGen.Testing, which says precisely
/// what these members promise. Members that fail for a reason of the store's own throw <see cref="FeatureFlagStoreException"/>.
/// </remarks>
public interface IFeatureFlagStore
{
    /// <summary>Reads everything, as it was at one instant.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one flag.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag with its version, or null where there is none.</returns>
    /// <exception cref="FeatureFlagUnreadableException">There is one that cannot be read.</exception>
    ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Writes one flag, and the audit entry that tells of it, in one step: either both happen or neither.</summary>
    /// <param name="flag">The whole definition. Its <see cref="FeatureFlag.Version"/> is not looked at.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 where the flag must not exist yet.</param>
    /// <param name="change">Who writes, and why.</param>
    /// <param name="cancellationToken">Ends the wait; a write that has begun is finished.</param>
    /// <returns>The flag as it was stored, with its new version.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The expected version is negative.</exception>
    /// <exception cref="FeatureFlagConflictException">The store has another version; the exception carries the flag as it is.</exception>
    /// <exception cref="FeatureFlagUnreadableException">The store has another version, which cannot be read.</exception>
    ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default);

    /// <summary>Deletes one flag, and writes the audit entry that tells of it, in one step.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="expectedVersion">The version that the caller has seen.</param>
    /// <param name="change">Who deletes, and why.</param>
    /// <param name="cancellationToken">Ends the wait; a write that has begun is finished.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expected version is negative.</exception>
    /// <exception cref="FeatureFlagConflictException">The store has another version, or no such flag.</exception>
    /// <exception cref="FeatureFlagUnreadableException">The store has another version, which cannot be read.</exception>
    ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default);

    /// <summary>Tells of changes until it is cancelled or the store is disposed.</summary>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The set's version after a change. Changes that come faster than they are taken may be told as one, with the last version; no change made after the
    /// first <c>MoveNextAsync</c> was called goes untold.
    /// </returns>
    IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the audit log, newest entries first.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default);
}
