using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen;

/// <summary>Names the store of an application, and takes the registrations of generated code.</summary>
public sealed class FlagGenBuilder
{
    internal FlagGenBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Keeps the flags in a flags.json, whose changes take effect while the application runs. Which file it is, is logged at start.</summary>
    /// <param name="path">The file's path. A relative one is looked for below the host's content root, then beside the application, where a build copies its manifest.</param>
    public FlagGenBuilder UseFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return UseStore(services => OpenFile(path, services));
    }

    /// <summary>Keeps the flags in memory: changes are lost when the process ends. This is what an application has that names no store.</summary>
    /// <param name="manifest">The text of a flags.json to begin with.</param>
    /// <value>Default: null, no flags.</value>
    /// <exception cref="ArgumentException">Something in the manifest cannot be read.</exception>
    public FlagGenBuilder UseInMemory(string? manifest = null) => UseStore(services => OpenMemory(manifest, services));

    /// <summary>Keeps the flags of scenarios, <c>scenario:{scenario}:{flag}</c>, in a store of their own beside the one that was named so far. Call it after that.</summary>
    /// <param name="create">Makes the store for the flags of scenarios.</param>
    public FlagGenBuilder UseScenarios(Func<IServiceProvider, IFeatureFlagStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        ServiceDescriptor generic = Services.Last(static service => service.ServiceType == typeof(IFeatureFlagStore) && !service.IsKeyedService);
        object key = new();
        Services.Add(
            generic.ImplementationInstance is { } instance ? ServiceDescriptor.KeyedSingleton(typeof(IFeatureFlagStore), key, instance)
            : generic.ImplementationType is { } type ? ServiceDescriptor.KeyedSingleton(typeof(IFeatureFlagStore), key, type)
            : ServiceDescriptor.KeyedSingleton(typeof(IFeatureFlagStore), key, (services, _) => generic.ImplementationFactory!(services)));
        return UseStore(services => new ScenarioFeatureFlagAdapter(services.GetRequiredKeyedService<IFeatureFlagStore>(key), create(services)));
    }

    /// <summary>Lets the host serve the flags of a manifest. Generated code calls it: <c>AddFeatures()</c>.</summary>
    /// <param name="catalog">The manifest; adding it again changes nothing.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FlagGenBuilder AddCatalog(FlagCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (!Services.Any(service => ReferenceEquals(service.ImplementationInstance, catalog)))
        {
            Services.AddSingleton(catalog);
        }

        return this;
    }

    /// <summary>Keeps the flags in a store of the application's own.</summary>
    /// <typeparam name="TStore">The store; the container makes it.</typeparam>
    public FlagGenBuilder UseStore<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, IFeatureFlagStore
    {
        Services.Replace(ServiceDescriptor.Singleton<IFeatureFlagStore, TStore>());
        return this;
    }

    /// <summary>Keeps the flags in a store of the application's own. Of several calls the last counts.</summary>
    /// <param name="create">Makes the store; the container disposes it.</param>
    public FlagGenBuilder UseStore(Func<IServiceProvider, IFeatureFlagStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(create));
        return this;
    }

    internal static InMemoryFeatureFlagStore OpenMemory(string? manifest, IServiceProvider services)
    {
        TimeProvider? timeProvider = services.GetService<TimeProvider>();
        FlagSet initial = manifest is null ? new FlagSet { Version = "", Flags = [] } : InMemoryFeatureFlagStore.ReadManifest(manifest);
        return RetentionOf(services) is { } retention
            ? new InMemoryFeatureFlagStore(initial, timeProvider) { AuditRetention = retention }
            : new InMemoryFeatureFlagStore(initial, timeProvider);
    }

    private static FileFeatureFlagStore OpenFile(string path, IServiceProvider services)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, path);
        string below = Path.Combine(services.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory, path);
        bool isBeside = !File.Exists(below) && File.Exists(beside);
        ILogger<FileFeatureFlagStore>? logger = services.GetService<ILogger<FileFeatureFlagStore>>();
        FileFeatureFlagStore store = new(isBeside ? beside : below, isBeside ? below : beside, services.GetService<TimeProvider>(), logger)
        {
            AuditRetention = RetentionOf(services) ?? AuditRetention.Unlimited,
        };
        Stores.Log.FileUsed(GuardedLogger.For(logger), store.Path);
        return store;
    }

    private static AuditRetention? RetentionOf(IServiceProvider services) => services.GetService<IOptions<FlagGenOptions>>()?.Value.AuditRetention;
}
