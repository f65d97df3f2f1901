using System.Collections.ObjectModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aurum.FlagGen.Redis.Health;

/// <summary>Tells the host's health checks how the store is. It asks nobody: what the store knows of itself is never older than its poll interval.</summary>
internal sealed class RedisStoreHealthCheck(IFeatureFlagStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Beside the flags of scenarios, it is the generic ones that the application cannot do without.
        if ((store is ScenarioFeatureFlagAdapter adapter ? adapter.Generic : store) is not RedisFeatureFlagStore redis)
        {
            return Task.FromResult(new HealthCheckResult(
                context.Registration.FailureStatus, $"The application keeps its flags in {store.GetType().Name}; name Redis last, or take this health check out."));
        }

        RedisStoreHealth health = redis.GetHealth();
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        if (health.LastConfirmed is { } confirmed)
        {
            data["last_confirmed"] = confirmed;
            data["age_seconds"] = health.Age!.Value.TotalSeconds;
        }

        if (health.UnreadableFlags.Count > 0)
        {
            data["unreadable_flags"] = string.Join(", ", health.UnreadableFlags.Keys.Order(StringComparer.Ordinal));
        }

        HealthStatus status = health.Status switch
        {
            RedisStoreStatus.Healthy => HealthStatus.Healthy,
            RedisStoreStatus.Degraded => HealthStatus.Degraded,
            _ => context.Registration.FailureStatus,
        };
        return Task.FromResult(new HealthCheckResult(status, health.Cause, data: new ReadOnlyDictionary<string, object>(data)));
    }
}
