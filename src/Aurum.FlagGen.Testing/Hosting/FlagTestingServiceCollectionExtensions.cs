using Aurum.FlagGen;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives an application under test flags of the test's own.</summary>
public static class FlagTestingServiceCollectionExtensions
{
    /// <summary>Replaces the application's store by one in memory, so that a test neither reads nor changes anybody else's flags. For use where a test configures an application's services after the application did, as with <c>WebApplicationFactory</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="manifest">The text of a flags.json to begin with; null for those that the application's own manifests declare.</param>
    /// <returns>The services. The store is among them, as <see cref="InMemoryFeatureFlagStore"/> too.</returns>
    /// <exception cref="ArgumentException">Something in the manifest cannot be read; the message names it.</exception>
    public static IServiceCollection UseTestFlags(this IServiceCollection services, string? manifest = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.UseStore(manifest is null ? new InMemoryFeatureFlagStore() : InMemoryFeatureFlagStore.FromManifest(manifest));
    }

    /// <summary>Replaces the application's store by one in memory with given flags.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="flags">The definitions.</param>
    /// <returns>The services. The store is among them, as <see cref="InMemoryFeatureFlagStore"/> too.</returns>
    public static IServiceCollection UseTestFlags(this IServiceCollection services, params IReadOnlyList<FeatureFlag> flags)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(flags);
        return services.UseStore(new InMemoryFeatureFlagStore(new FlagSet { Version = "test", Flags = flags }));
    }

    private static IServiceCollection UseStore(this IServiceCollection services, InMemoryFeatureFlagStore store)
    {
        services.AddFlagGen();
        services.Replace(ServiceDescriptor.Singleton(store));
        return services.Replace(ServiceDescriptor.Singleton<IFeatureFlagStore>(store));
    }
}
