namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>One dashboard for the tests of a class that only look at it.</summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    private DashboardProcess? _dashboard;

    internal DashboardProcess Dashboard => _dashboard!;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_dashboard is not null)
        {
            await _dashboard.DisposeAsync();
        }
    }
}
