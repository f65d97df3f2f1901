using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Stored;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis;

/// <content>Adding up how often flags are evaluated. Where it fails, the flags in force are none the worse for it, so that the health is not told.</content>
public sealed partial class RedisFeatureFlagStore : IFlagUsageStore
{
    /// <inheritdoc/>
    /// <exception cref="FeatureFlagStoreException">The store does not answer, and nobody knows whether it has the batch; send it again.</exception>
    public async ValueTask AddUsageAsync(FlagUsageBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await _namespace.AddUsageAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            throw Unable("take the usage", exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FlagUsage>> ReadUsageAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HashEntry[] entries;
        try
        {
            entries = await _namespace.ReadUsageAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFault.Is(exception))
        {
            throw Unable("give the usage", exception);
        }

        List<FlagUsage> usage = new(entries.Length);
        foreach (HashEntry entry in entries)
        {
            if (StoredUsage.TryRead(entry.Name.ToString(), entry.Value.ToString(), out FlagUsage? flag))
            {
                usage.Add(flag);
            }
        }

        return usage;
    }
}
