using System.Runtime.CompilerServices;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Stores;

namespace Aurum.FlagGen;

/// <summary>One store over two: flags whose key is <c>scenario:{scenario}:{flag}</c> live in a store of their own, all others in the generic one.</summary>
/// <remarks>
/// <para>
/// To whoever asks for a flag in a context whose <c>scenario_id</c> names a scenario, that scenario's flag answers in place of the generic one of the same name.
/// Either is also a flag of its own: listed, written, evaluated and explained by its whole key.
/// </para>
/// <para>
/// What lies in the wrong store is not seen. The two stores are read one after the other, so that a change of both may be seen by halves until the next load.
/// The audit log is that of both, by time; where it is of both, an entry's <see cref="AuditEntry.Sequence"/> is its place among those that match the query.
/// </para>
/// </remarks>
public sealed class ScenarioFeatureFlagAdapter : IFeatureFlagStore, IFeatureFlagStoreHealth, IAsyncDisposable, IDisposable
{
    private volatile bool _genericHasGiven;
    private volatile bool _scenariosHaveGiven;

    /// <summary>Makes a store over two, which are disposed with it.</summary>
    /// <param name="generic">Keeps the flags that belong to no scenario, and the segments and layers that both use.</param>
    /// <param name="scenarios">Keeps the flags of scenarios, and further segments and layers.</param>
    /// <exception cref="ArgumentException">The two are the same.</exception>
    public ScenarioFeatureFlagAdapter(IFeatureFlagStore generic, IFeatureFlagStore scenarios)
    {
        ArgumentNullException.ThrowIfNull(generic);
        ArgumentNullException.ThrowIfNull(scenarios);
        if (ReferenceEquals(generic, scenarios))
        {
            throw new ArgumentException("The flags of scenarios are kept in the same store as all others; give them a store of their own.", nameof(scenarios));
        }

        Generic = generic;
        Scenarios = scenarios;
    }

    /// <summary>Keeps the flags that belong to no scenario.</summary>
    public IFeatureFlagStore Generic { get; }

    /// <summary>Keeps the flags of scenarios.</summary>
    public IFeatureFlagStore Scenarios { get; }

    /// <inheritdoc/>
    public async ValueTask<FlagSet> LoadAsync(CancellationToken cancellationToken = default)
    {
        FlagSet generic = await Generic.LoadAsync(cancellationToken).ConfigureAwait(false);
        _genericHasGiven = true;
        FlagSet scenarios = await Scenarios.LoadAsync(cancellationToken).ConfigureAwait(false);
        _scenariosHaveGiven = true;
        return new FlagSet
        {
            Version = Combine(generic.Version, scenarios.Version),
            Flags = [.. generic.Flags.Where(static flag => !IsOfScenario(flag.Key)), .. scenarios.Flags.Where(static flag => IsOfScenario(flag.Key))],
            Segments = [.. generic.Segments.Concat(scenarios.Segments).DistinctBy(static segment => segment.Name, StringComparer.Ordinal)],
            Layers = [.. generic.Layers.Concat(scenarios.Layers).DistinctBy(static layer => layer.Name, StringComparer.Ordinal)],
            Unreadable = generic.Unreadable.Where(static flag => !IsOfScenario(flag.Key))
                .Concat(scenarios.Unreadable.Where(static flag => IsOfScenario(flag.Key)))
                .ToDictionary(StringComparer.Ordinal),
            Fault = string.Join(' ', new[] { generic.Fault, scenarios.Fault }.OfType<string>()) is { Length: > 0 } fault ? fault : null,
            DeclarationFaults = [.. generic.DeclarationFaults, .. scenarios.DeclarationFaults],
            Context = generic.Context is { } context ? [.. context, .. scenarios.Context ?? []] : null,
            HasScenarios = true,
        };
    }

    /// <inheritdoc/>
    public ValueTask<FeatureFlag?> GetAsync(string key, CancellationToken cancellationToken = default) => StoreOf(key).GetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return StoreOf(flag.Key).SaveAsync(flag, expectedVersion, change, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, long expectedVersion, FlagChange change, CancellationToken cancellationToken = default) =>
        StoreOf(key).DeleteAsync(key, expectedVersion, change, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlagSetChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        WatchedStore generic = new(Generic, stop.Token);
        await using (generic.ConfigureAwait(false))
        {
            WatchedStore scenarios = new(Scenarios, stop.Token);
            await using (scenarios.ConfigureAwait(false))
            {
                try
                {
                    // Both watches have begun: what changes from here on is told by one of them, and what changed before is loaded.
                    await generic.LoadAsync().ConfigureAwait(false);
                    await scenarios.LoadAsync().ConfigureAwait(false);
                    while (generic.IsOpen || scenarios.IsOpen)
                    {
                        await Task.WhenAny(generic.Next, scenarios.Next).ConfigureAwait(false);
                        bool hasChanged = await generic.TakeAsync().ConfigureAwait(false);
                        hasChanged |= await scenarios.TakeAsync().ConfigureAwait(false);
                        if (hasChanged)
                        {
                            yield return new FlagSetChange(Combine(generic.Version, scenarios.Version));
                        }
                    }
                }
                finally
                {
                    await stop.CancelAsync().ConfigureAwait(false);
                }
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<AuditPage> ReadAuditAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Key is { } key
            ? StoreOf(key).ReadAuditAsync(query, cancellationToken)
            : MergedAudit.ReadAsync(Generic, Scenarios, query, cancellationToken);
    }

    /// <inheritdoc/>
    /// <returns>
    /// How the generic store is; degraded at best while the scenarios' is not healthy. A store that says nothing of
    /// itself is healthy once it has given flags.
    /// </returns>
    public FeatureFlagStoreHealth GetHealth()
    {
        FeatureFlagStoreHealth generic = HealthOf(Generic, _genericHasGiven);
        FeatureFlagStoreHealth scenarios = HealthOf(Scenarios, _scenariosHaveGiven);
        return generic.Status != FeatureFlagStoreStatus.Healthy || scenarios.Status == FeatureFlagStoreStatus.Healthy
            ? generic
            : generic with { Status = FeatureFlagStoreStatus.Degraded, Cause = $"The store of scenarios: {scenarios.Cause}", UnreadableFlags = scenarios.UnreadableFlags };
    }

    /// <summary>Disposes both stores.</summary>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsync(Generic).ConfigureAwait(false);
        await DisposeAsync(Scenarios).ConfigureAwait(false);
    }

    /// <summary>Disposes both stores, for containers that know no other way.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static bool IsOfScenario(string key) => ScenarioKey.TryParse(key, out _);

    // No version that a store makes has this character in it.
    private static string Combine(string generic, string scenarios) => $"{generic}|{scenarios}";

    private static FeatureFlagStoreHealth HealthOf(IFeatureFlagStore store, bool hasGiven) => store switch
    {
        IFeatureFlagStoreHealth health => health.GetHealth(),
        _ when hasGiven => new FeatureFlagStoreHealth(FeatureFlagStoreStatus.Healthy),
        _ => new FeatureFlagStoreHealth(FeatureFlagStoreStatus.Unhealthy) { Cause = $"The store {store.GetType().Name} has given no flags yet." },
    };

    private static async ValueTask DisposeAsync(IFeatureFlagStore store)
    {
        if (store is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (store as IDisposable)?.Dispose();
        }
    }

    private IFeatureFlagStore StoreOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsOfScenario(key) ? Scenarios : Generic;
    }
}
