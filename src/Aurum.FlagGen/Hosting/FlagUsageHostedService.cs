using Aurum.FlagGen.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen.Hosting;

/// <summary>Reports how often flags are evaluated to a store that adds it up, until the application has ended.</summary>
internal sealed class FlagUsageHostedService : IHostedLifecycleService, IDisposable
{
    private readonly UsageFlusher? _flusher;

    public FlagUsageHostedService(FlagUsageSource usage, IOptions<FlagGenOptions> options, ILogger<FlagUsageHostedService> logger, IServiceProvider services)
    {
        TimeProvider timeProvider = services.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System;
        UsagePace pace = new(options.Value.UsageInterval, options.Value.UsageInterval, options.Value.UsageStopTimeout);
        _flusher = usage.Reporter is { } reporter ? new UsageFlusher(reporter, timeProvider, logger, pace) : null;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _flusher?.Start();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After every service's own stop: until then they evaluate flags.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => _flusher?.StopAsync() ?? Task.CompletedTask;

    public void Dispose() => _flusher?.Dispose();
}
