namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>A server that the first test which needs it starts, and that ends with the tests of its class. It is not started by the fixture itself: there a missing program would be an error, and in a test it is a skip.</summary>
public abstract class Started<TServer> : IAsyncLifetime
    where TServer : class, IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    private TServer? _server;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _gate.Dispose();
        GC.SuppressFinalize(this);
    }

    public async Task<TServer> GetAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _server ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    protected abstract Task<TServer> StartAsync();
}
