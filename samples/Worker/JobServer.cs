using Hangfire;
using Microsoft.Extensions.Hosting;

namespace Aurum.Samples.Worker;

/// <summary>Runs Hangfire's server as long as the host runs.</summary>
internal sealed class JobServer(IServiceProvider services, JobStorage storage) : IHostedService, IDisposable
{
    private BackgroundJobServer? _server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _server = new BackgroundJobServer(new BackgroundJobServerOptions { Activator = new ServiceJobActivator(services), WorkerCount = 2 }, storage);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _server?.SendStop();
        return _server?.WaitForShutdownAsync(cancellationToken) ?? Task.CompletedTask;
    }

    public void Dispose() => _server?.Dispose();
}
