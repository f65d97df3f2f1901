using Aurum.FlagGen;
using Aurum.FlagGen.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds feature flags to an application's health checks.</summary>
public static class FlagGenHealthChecksBuilderExtensions
{
    /// <summary>Adds a health check that is degraded while the flags in force may be old, and unhealthy while there are none but the manifests'.</summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="name">The check's name. Default: <c>feature_flags</c>.</param>
    /// <param name="failureStatus">What is reported in place of unhealthy. Default: null, unhealthy.</param>
    /// <param name="tags">Words by which checks are chosen.</param>
    public static IHealthChecksBuilder AddFeatureFlags(
        this IHealthChecksBuilder builder, string name = "feature_flags", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            static services => new FeatureFlagHealthCheck(services.GetRequiredService<IFeatureFlagStore>(), services.GetRequiredService<FlagEngine>()),
            failureStatus,
            tags));
    }
}
