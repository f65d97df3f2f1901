using Aurum.FlagGen;
using Aurum.FlagGen.Redis;
using Aurum.FlagGen.Redis.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps an application's flags in Redis.</summary>
public static class FlagGenRedisExtensions
{
    // Beyond what the store itself waits, so that it is the store that says what it goes on with.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>Keeps the flags in Redis, Valkey or Garnet, where every process of the application sees each change.</summary>
    /// <param name="builder">The application's flags.</param>
    /// <param name="configuration">The servers, as StackExchange.Redis reads them: <c>localhost:6379</c>.</param>
    /// <param name="namespace">The name that sets the flags of this application and environment apart.</param>
    /// <param name="configure">Changes the other options.</param>
    /// <exception cref="InvalidOperationException">The application has a store already.</exception>
    public static FlagGenBuilder UseRedis(this FlagGenBuilder builder, string configuration, string @namespace, Action<RedisStoreOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        return builder.UseRedis(options =>
        {
            options.Configuration = configuration;
            options.Namespace = @namespace;
            configure?.Invoke(options);
        });
    }

    /// <summary>Keeps the flags in Redis, Valkey or Garnet, where every process of the application sees each change.</summary>
    /// <param name="builder">The application's flags.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="InvalidOperationException">The application has a store already.</exception>
    public static FlagGenBuilder UseRedis(this FlagGenBuilder builder, Action<RedisStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.ThrowIfChosen(nameof(UseRedis));
        IServiceCollection services = builder.Services;
        services.AddOptions<RedisStoreOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisStoreOptions>, RedisStoreOptionsValidator>());
        services.AddOptions<FlagGenOptions>().PostConfigure<IOptions<RedisStoreOptions>>(static (host, store) =>
        {
            TimeSpan needed = store.Value.StartupTimeout + Margin;
            host.StartupTimeout = host.StartupTimeout < needed ? needed : host.StartupTimeout;
        });
        return builder.UseStore(static services => new RedisFeatureFlagStore(
            services.GetRequiredService<IOptions<RedisStoreOptions>>().Value,
            services.GetService<TimeProvider>(),
            services.GetService<ILogger<RedisFeatureFlagStore>>()),
            nameof(UseRedis));
    }
}
