using Aurum.FlagGen;
using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Following;
using Aurum.FlagGen.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds feature flags to an application.</summary>
public static class FlagGenServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="FlagEngine"/>, a <see cref="FeatureFlagManager"/> and a hosted service that loads the flags before the application starts, makes the
    /// engine the one that generated members ask, and follows the store. Without a store of its own the application keeps its flags in memory.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>Names the store: <c>AddFlagGen().UseFile("flags.json")</c>. Calling it again adds nothing twice.</returns>
    public static FlagGenBuilder AddFlagGen(this IServiceCollection services, Action<FlagGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<FlagGenOptions> options = services.AddOptions<FlagGenOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FlagGenOptions>, FlagGenOptionsValidator>());
        services.TryAddSingleton<IFeatureFlagStore>(FlagGenBuilder.OpenDefault);
        services.TryAddSingleton(static provider => new FlagEngine(
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>(),
            provider.GetServices<IFlagEventListener>(),
            [.. provider.GetServices<FlagCatalog>()]));
        services.TryAddSingleton(static provider => new DeclaredFlags(
            [.. provider.GetServices<FlagCatalog>()], scope => DefaultEngines.IsServedByOther(provider.GetRequiredService<FlagEngine>(), scope)));
        services.TryAddSingleton(static provider => new FlagSetSync(
            provider.GetRequiredService<IFeatureFlagStore>(), provider.GetRequiredService<FlagEngine>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton(static provider => CreateUsageSource(
            provider.GetRequiredService<IFeatureFlagStore>(), provider.GetRequiredService<FlagEngine>(), provider.GetRequiredService<IOptions<FlagGenOptions>>().Value));
        services.TryAddSingleton(static provider => new FeatureFlagManager(
            provider.GetRequiredService<FlagSetSync>(),
            provider.GetRequiredService<DeclaredFlags>(),
            provider.GetRequiredService<FlagUsageSource>(),
            GuardedClock.For(provider.GetService<TimeProvider>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FlagGenHostedService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FlagUsageHostedService>());
        return new FlagGenBuilder(services);
    }

    private static FlagUsageSource CreateUsageSource(IFeatureFlagStore store, FlagEngine engine, FlagGenOptions options) =>
        new(engine, options.ReportUsage ? UsageReporter.Find(engine, store, options.ApplicationVersion) : null);
}
