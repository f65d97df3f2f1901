using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Stores;

/// <summary>How stores are watched.</summary>
internal static class StoreWatch
{
    /// <summary>The store's changes. A store that refuses to be watched fails the first step, as one does that fails later.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stop">Ends the watch.</param>
    public static async IAsyncEnumerable<FlagSetChange> ChangesOf(IFeatureFlagStore store, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (FlagSetChange change in store.WatchAsync(stop).ConfigureAwait(false))
        {
            yield return change;
        }
    }
}
