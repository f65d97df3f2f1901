using System.ComponentModel;
using Aurum.FlagGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen;

/// <summary>Names the store of an application, and takes the registrations of generated code.</summary>
public sealed class FlagGenBuilder
{
    /// <summary>Makes the store of an application that names none.</summary>
    internal static readonly Func<IServiceProvider, IFeatureFlagStore> OpenDefault = static services => OpenMemory(manifest: null, services);

    internal FlagGenBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Keeps the flags in a flags.json, whose changes take effect while the application runs. Which file it is, is logged at start.</summary>
    /// <param name="path">The file's path. A relative one is looked for below the host's content root, then beside the application, where a build copies its manifest.</param>
    /// <exception cref="InvalidOperationException">The application has a store already.</exception>
    public FlagGenBuilder UseFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return UseStore(services => OpenFile(path, services), nameof(UseFile));
    }

    /// <summary>Keeps the flags in memory: changes are lost when the process ends. This is what an application has that names no store.</summary>
    /// <param name="manifest">The text of a flags.json to begin with. Default: null, no flags.</param>
    /// <exception cref="ArgumentException">Something in the manifest cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The application has a store already.</exception>
    public FlagGenBuilder UseInMemory(string? manifest = null) => UseStore(services => OpenMemory(manifest, services), nameof(UseInMemory));

    /// <summary>Keeps the flags of scenarios, <c>scenario:{scenario}:{flag}</c>, in a store of their own beside the one that was named so far. Call it after that.</summary>
    /// <param name="create">Makes the store for the flags of scenarios.</param>
    /// <exception cref="InvalidOperationException">The flags of scenarios have a store already.</exception>
    public FlagGenBuilder UseScenarios(Func<IServiceProvider, IFeatureFlagStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        ServiceDescriptor generic = FindStore() ?? ServiceDescriptor.Singleton(OpenDefault);
        if (FindChoice(generic)?.Method == nameof(UseScenarios))
        {
            throw Refuse(nameof(UseScenarios), generic);
        }

        object key = new();
        Services.Add(
            generic.ImplementationInstance is { } instance ? ServiceDescriptor.KeyedSingleton(typeof(IFeatureFlagStore), key, instance)
            : generic.ImplementationType is { } type ? ServiceDescriptor.KeyedSingleton(typeof(IFeatureFlagStore), key, type)
            : ServiceDescriptor.KeyedSingleton(typeof(IFeatureFlagStore), key, (services, _) => generic.ImplementationFactory!(services)));
        return Choose(
            ServiceDescriptor.Singleton<IFeatureFlagStore>(services => new ScenarioFeatureFlagAdapter(services.GetRequiredKeyedService<IFeatureFlagStore>(key), create(services))),
            nameof(UseScenarios));
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
    /// <exception cref="InvalidOperationException">The application has a store already.</exception>
    public FlagGenBuilder UseStore<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, IFeatureFlagStore
    {
        ThrowIfChosen($"UseStore<{typeof(TStore).Name}>");
        return Choose(ServiceDescriptor.Singleton<IFeatureFlagStore, TStore>(), $"UseStore<{typeof(TStore).Name}>");
    }

    /// <summary>Keeps the flags in a store of the application's own.</summary>
    /// <param name="create">Makes the store; the container disposes it.</param>
    /// <remarks>A method that wraps the store named so far takes its registration out of <see cref="Services"/> before it calls this one.</remarks>
    /// <exception cref="InvalidOperationException">The application has a store already.</exception>
    public FlagGenBuilder UseStore(Func<IServiceProvider, IFeatureFlagStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return UseStore(create, nameof(UseStore));
    }

    /// <param name="create">Makes the store.</param>
    /// <param name="method">The method that the application called.</param>
    internal FlagGenBuilder UseStore(Func<IServiceProvider, IFeatureFlagStore> create, string method)
    {
        ThrowIfChosen(method);
        return Choose(ServiceDescriptor.Singleton(create), method);
    }

    /// <summary>Refuses a second store: whichever of the two the application meant, half of its calls would mean the other.</summary>
    internal void ThrowIfChosen(string method)
    {
        if (FindStore() is { } store && !ReferenceEquals(store.ImplementationFactory, OpenDefault))
        {
            throw Refuse(method, store);
        }
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

    private FlagGenBuilder Choose(ServiceDescriptor store, string method)
    {
        Services.Replace(store);
        Services.AddSingleton(new StoreChoice(method, store));
        return this;
    }

    private ServiceDescriptor? FindStore() => Services.LastOrDefault(static service => service.ServiceType == typeof(IFeatureFlagStore) && !service.IsKeyedService);

    private StoreChoice? FindChoice(ServiceDescriptor store) =>
        Services.Select(static service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<StoreChoice>().FirstOrDefault(choice => ReferenceEquals(choice.Store, store));

    private InvalidOperationException Refuse(string method, ServiceDescriptor store)
    {
        string first = FindChoice(store)?.Method
            ?? $"a registration of IFeatureFlagStore{((store.ImplementationType ?? store.ImplementationInstance?.GetType()) is { } type ? $" as {type.Name}" : "")}";
        return new InvalidOperationException(method == nameof(UseScenarios)
            ? $"{method} is called a second time, and the flags of scenarios have one store; remove one of the calls."
            : $"{method} names a store for the flags, and {first} has named one before; an application has one store, so remove one of the two calls. "
                + $"{nameof(UseScenarios)} comes after the other. A test replaces the store with UseTestFlags of Aurum.FlagGen.Testing, after the application has named its own.");
    }
}
