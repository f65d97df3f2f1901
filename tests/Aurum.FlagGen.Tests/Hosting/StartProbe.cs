using Microsoft.Extensions.Hosting;

namespace Aurum.FlagGen.Tests.Hosting;

/// <summary>Acts when hosted services start.</summary>
internal sealed class StartProbe(Action act) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        act();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
