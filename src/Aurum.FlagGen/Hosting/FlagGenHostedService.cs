using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen.Hosting;

/// <summary>Has the flags ready before anything of the application starts, and keeps them up to date until it ends.</summary>
internal sealed class FlagGenHostedService : IHostedLifecycleService, IDisposable
{
    private readonly FlagSetSync _sync;
    private readonly DeclaredFlags _declared;
    private readonly FlagGenOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly FlagSetRefresher _refresher;

    private IDisposable? _defaultEngine;
    private ManifestEdits? _edits;

    public FlagGenHostedService(
        FlagSetSync sync, DeclaredFlags declared, IOptions<FlagGenOptions> options, ILogger<FlagGenHostedService> logger, IServiceProvider services)
    {
        _sync = sync;
        _declared = declared;
        _options = options.Value;
        _timeProvider = GuardedClock.For(services.GetService(typeof(TimeProvider)) as TimeProvider);
        _logger = GuardedLogger.For(logger);
        _refresher = new FlagSetRefresher(sync, _timeProvider, _logger, new RefreshPace(_options.RetryDelay, _options.MaxRetryDelay));
    }

    /// <summary>Before any service's own start: they may ask for flags in it.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _declared.ThrowIfContradictory();
        _defaultEngine = FlagEngine.UseAsDefault(_sync.Engine, _declared.Added);
        _edits = new ManifestEdits(_sync.Store, _declared, _options.Actor, _logger);
        FlagsReport.TellContradictions(_logger, _declared);
        _refresher.Start();
        try
        {
            await _refresher.FirstAttempt.WaitAsync(_options.StartupTimeout, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _sync.Engine.ReportSilence($"The store {_sync.Store.GetType().Name} did not answer within {_options.StartupTimeout}.");
            Log.StartWentOn(_logger, _sync.Store.GetType().Name, _options.StartupTimeout);
            return;
        }

        // The first attempt also ends where the host is stopped meanwhile.
        if (_refresher.HasFailed || _sync.Last is not { } set)
        {
            return;
        }

        FlagsReport.TellDifferences(_logger, set, _declared, _sync.Store);
        if (_options.CreateMissingFlags && !IsManifest(_sync.Store))
        {
            await CreateMissingAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After every service's own stop: until then they may ask for flags.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => _refresher.StopAsync(cancellationToken);

    /// <summary>Also for a host whose start failed, and which therefore is never stopped.</summary>
    public void Dispose()
    {
        _refresher.Dispose();
        _edits?.Dispose();
        _defaultEngine?.Dispose();
    }

    private static bool IsManifest(IFeatureFlagStore store) => store is FileFeatureFlagStore || (store is ScenarioFeatureFlagAdapter adapter && IsManifest(adapter.Generic));

    // Only what is missing: an old and a new version of the application that start side by side must not fight over what is there.
    private async Task CreateMissingAsync(CancellationToken cancellationToken)
    {
        if (_sync.Last is not { } set)
        {
            return;
        }

        HashSet<string> present = [.. set.Flags.Select(static flag => flag.Key), .. set.Unreadable.Keys];
        int created = 0;
        try
        {
            foreach (FeatureFlag flag in _declared.Flags.Where(flag => !present.Contains(flag.Key)))
            {
                created += await TryCreateAsync(flag, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            if (created > 0)
            {
                await _sync.RefreshAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A store is somebody else's code: an application starts, whatever it throws, and answers these flags from its manifests.
            Log.FlagsNotCreated(_logger, ForeignCode.MessageOf(exception), exception is FeatureFlagStoreException ? null : exception);
        }

        if (created > 0)
        {
            Log.FlagsCreated(_logger, created, _sync.Store.GetType().Name);
        }
    }

    private async Task<bool> TryCreateAsync(FeatureFlag flag, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        FeatureFlag stamped = flag with { CreatedAt = now, UpdatedAt = now, CreatedBy = flag.CreatedBy ?? _options.Actor };
        FlagChange change = new() { Actor = _options.Actor, Action = FlagActions.Create, Reason = "A manifest declares the flag and the store lacked it." };
        try
        {
            await _sync.Store.SaveAsync(stamped, expectedVersion: 0, change, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (FeatureFlagConflictException)
        {
            // Another instance of the application was faster.
            return false;
        }
    }
}
