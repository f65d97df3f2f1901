using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Tests.Hosting;

/// <summary>A store that is asked and never answers.</summary>
internal sealed class SilentStore(TaskCompletionSource asked) : IFeatureFlagStore
{
    public async ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        asked.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("This is never reached.");
    }

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        yield break;
    }

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
