namespace Aurum.FlagGen;

/// <summary>What a store implements beside <see cref="IFeatureFlagStore"/> to add up how often all processes of an application evaluate its flags.</summary>
/// <remarks>Evaluations never reach it: each process counts in its own memory and reports now and then. Where a store does not implement it, a process knows only of its own evaluations.</remarks>
public interface IFlagUsageStore
{
    /// <summary>Adds what one process has counted since its last batch.</summary>
    /// <param name="batch">The counts. Whoever does not know whether a batch arrived sends the very same one again; it counts once.</param>
    /// <param name="cancellationToken">Ends the wait; what was sent may arrive all the same.</param>
    /// <exception cref="FeatureFlagStoreException">The store does not answer.</exception>
    ValueTask AddUsageAsync(FlagUsageBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Reads what all processes have reported.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flags that were evaluated, in no particular order.</returns>
    /// <exception cref="FeatureFlagStoreException">The store does not answer.</exception>
    ValueTask<IReadOnlyList<FlagUsage>> ReadUsageAsync(CancellationToken cancellationToken = default);
}
