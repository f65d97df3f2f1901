namespace Aurum.FlagGen.Tests.Background;

/// <summary>A store whose loads read at once and answer when they may.</summary>
internal sealed class SlowStore : IFeatureFlagStore
{
    private FlagSet _set = new() { Version = "0", Flags = [] };

    /// <summary>What loads wait for before they answer; null for nothing.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public FeatureFlag Add(string key)
    {
        FeatureFlag flag = new() { Key = key, Version = 1, Status = FeatureFlagStatus.Enabled, DefaultValue = true };
        _set = _set with { Version = $"{_set.Flags.Count + 1}", Flags = [.. _set.Flags, flag] };
        return flag;
    }

    public async ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        FlagSet set = _set;
        if (Gate is { } gate)
        {
            await gate.Task;
        }

        return set;
    }

    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<FlagSetChange> WatchAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
