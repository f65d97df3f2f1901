using System.Collections.ObjectModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aurum.FlagGen.Hosting;

/// <summary>Tells the host's health checks how the store is, and whether the engine follows it. It asks nobody: what a store knows of itself is never older than its poll interval.</summary>
internal sealed class FeatureFlagHealthCheck(IFeatureFlagStore store, FlagEngine engine) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        FeatureFlagStoreHealth health = ReadHealth();
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        if (health.LastConfirmed is { } confirmed)
        {
            data["last_confirmed"] = confirmed;
        }

        if (health.Age is { } age)
        {
            data["age_seconds"] = age.TotalSeconds;
        }

        if (health.UnreadableFlags.Count > 0)
        {
            data["unreadable_flags"] = string.Join(", ", health.UnreadableFlags.Keys.Order(StringComparer.Ordinal));
        }

        HealthStatus status = health.Status switch
        {
            FeatureFlagStoreStatus.Healthy => HealthStatus.Healthy,
            FeatureFlagStoreStatus.Degraded => HealthStatus.Degraded,
            _ => context.Registration.FailureStatus,
        };
        return Task.FromResult(new HealthCheckResult(status, health.Cause, data: new ReadOnlyDictionary<string, object>(data)));
    }

    // Of a store that says nothing of itself, what counts is whether it answered when it was asked last. Of every
    // store, that the engine has its flags.
    private FeatureFlagStoreHealth ReadHealth()
    {
        FeatureFlagStoreHealth health = (store as IFeatureFlagStoreHealth)?.GetHealth() ?? new FeatureFlagStoreHealth(FeatureFlagStoreStatus.Healthy);
        FeatureFlagStoreStatus least = !engine.IsPublished ? FeatureFlagStoreStatus.Unhealthy
            : engine.StoreFault is not null ? FeatureFlagStoreStatus.Degraded
            : FeatureFlagStoreStatus.Healthy;
        return health with { Status = health.Status > least ? health.Status : least, Cause = health.Cause ?? engine.StoreFault };
    }
}
