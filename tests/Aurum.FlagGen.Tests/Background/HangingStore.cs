using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>A store that does not come back, and does not listen to who wants to leave.</summary>
internal sealed class HangingStore(TaskCompletionSource asked) : IFeatureFlagStore
{
    private static readonly Task<FlagSet> Never = new TaskCompletionSource<FlagSet>().Task;

    public ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        asked.TrySetResult();
        return new ValueTask<FlagSet>(Never);
    }

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Never;
        yield break;
    }

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
