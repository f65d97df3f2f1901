using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Following;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen;

/// <summary>Everything that can be done with flags by key: creating, changing, listing and evaluating them.</summary>
/// <remarks>
/// <para>In an application with a host, <c>AddFlagGen</c> registers one. Without a host, <see cref="StartAsync"/> makes one.</para>
/// <para>
/// Evaluating answers from the engine's memory, at once, and never fails. Writing checks the definition by the rules of the build, writes it to the store,
/// and lets the engine see it before it returns.
/// </para>
/// </remarks>
public sealed partial class FeatureFlagManager : IAsyncDisposable, IDisposable
{
    private readonly FlagSetSync _sync;
    private readonly DeclaredFlags _declared;
    private readonly FlagUsageSource _usage;
    private readonly TimeProvider _timeProvider;

    // Only where the manager was started without a host: then it looks after the engine itself.
    private FlagSetRefresher? _refresher;
    private UsageFlusher? _flusher;

    internal FeatureFlagManager(FlagSetSync sync, DeclaredFlags declared, FlagUsageSource usage, TimeProvider timeProvider)
    {
        _sync = sync;
        _declared = declared;
        _usage = usage;
        _timeProvider = timeProvider;
    }

    /// <summary>The engine that answers evaluations.</summary>
    public FlagEngine Engine => _sync.Engine;

    private IFeatureFlagStore Store => _sync.Store;

    /// <summary>Makes a manager without a host: it loads the flags, follows the store and reports usage to it until it is disposed.</summary>
    /// <param name="store">The store.</param>
    /// <param name="engine">The engine that answers; give <see cref="FlagEngine.Default"/> to have generated members answer from the store too. Default: null, an engine of the manager's own.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="loggerFactory">Makes the loggers.</param>
    /// <param name="cancellationToken">Ends the wait for the first load.</param>
    /// <exception cref="FeatureFlagStoreException">The store cannot be read.</exception>
    /// <example><code>await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(new InMemoryFeatureFlagStore());</code></example>
    public static ValueTask<FeatureFlagManager> StartAsync(
        IFeatureFlagStore store,
        FlagEngine? engine = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null,
        CancellationToken cancellationToken = default) =>
        FollowAsync(store, DeclaredFlags.OfProcess, engine, timeProvider, loggerFactory, cancellationToken);

    /// <summary>Stops following the store and reports usage a last time, where the manager was made by <see cref="StartAsync"/>. The engine keeps its flags.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_refresher is not null)
        {
            await _refresher.StopAsync().ConfigureAwait(false);
        }

        if (_flusher is not null)
        {
            await _flusher.StopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>As <see cref="DisposeAsync"/>, without waiting for a load that is under way, and without a last report.</summary>
    public void Dispose()
    {
        _refresher?.Dispose();
        _flusher?.Dispose();
    }

    internal static async ValueTask<FeatureFlagManager> FollowAsync(
        IFeatureFlagStore store,
        DeclaredFlags declared,
        FlagEngine? engine,
        TimeProvider? timeProvider,
        ILoggerFactory? loggerFactory,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        timeProvider = GuardedClock.For(timeProvider);
        FlagSetSync sync = new(store, engine ?? new FlagEngine(timeProvider, loggerFactory), timeProvider);
        UsageReporter? reporter = UsageReporter.Find(sync.Engine, store, ApplicationVersion.OfProcess);
        FeatureFlagManager manager = new(sync, declared, new FlagUsageSource(sync.Engine, reporter), timeProvider);
        await sync.RefreshAsync(cancellationToken).ConfigureAwait(false);
        manager._refresher = new FlagSetRefresher(sync, timeProvider, GuardedLogger.For(loggerFactory, typeof(FlagSetRefresher).FullName!), RefreshPace.Default);
        manager._refresher.Start();
        if (reporter is not null)
        {
            manager._flusher = new UsageFlusher(reporter, timeProvider, GuardedLogger.For(loggerFactory, typeof(UsageFlusher).FullName!), UsagePace.Default);
            manager._flusher.Start();
        }

        return manager;
    }
}
