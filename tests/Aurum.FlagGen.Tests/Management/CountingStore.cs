using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Tests.Management;

/// <summary>A store that notes how it is asked by one flow of a test, and not what goes on in the background.</summary>
internal sealed class CountingStore(IFeatureFlagStore inner) : IFeatureFlagStore
{
    /// <summary>Where the operations of this flow are noted, in their order.</summary>
    public AsyncLocal<List<string>?> Asked { get; } = new();

    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        Asked.Value?.Add("load");
        return inner.LoadAsync(cancellationToken);
    }

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        Asked.Value?.Add("get");
        return inner.GetAsync(key, cancellationToken);
    }

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        Asked.Value?.Add("save");
        return inner.SaveAsync(flag, expectedVersion, change, cancellationToken);
    }

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        Asked.Value?.Add("delete");
        return inner.DeleteAsync(key, expectedVersion, change, cancellationToken);
    }

    /// <summary>Never tells anything, so that every load is one of the test's doing.</summary>
    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => inner.ReadAuditAsync(query, cancellationToken);
}
