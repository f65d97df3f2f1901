namespace Aurum.FlagGen.Redis.Tests.Faults;

/// <summary>A process that follows the store and evaluates all the time; it notices each evaluation that is wrong.</summary>
internal sealed class FaultReader : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly FeatureFlagManager _manager;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _evaluating;

    private volatile string? _wrong;

    private FaultReader(RedisFeatureFlagStore store, FeatureFlagManager manager)
    {
        Store = store;
        _manager = manager;
        _evaluating = Task.Run(EvaluateAsync);
    }

    public RedisFeatureFlagStore Store { get; }

    public FlagEngine Engine => _manager.Engine;

    /// <summary>The number that the counting flag gives here.</summary>
    public int Counter => Engine.GetIntegerDetails(FaultTrial.CounterKey, -1).Value;

    /// <summary>The first evaluation that was wrong, or null.</summary>
    public string? Wrong => _wrong;

    public static async Task<FaultReader> StartAsync(RedisFeatureFlagStore store) => new(store, await FeatureFlagManager.StartAsync(store));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _evaluating;
        await _manager.DisposeAsync();
        await Store.DisposeAsync();
        _stop.Dispose();
    }

    private async Task EvaluateAsync()
    {
        // Before the flag is there, the caller's own value is given.
        int last = -1;
        using PeriodicTimer timer = new(Pause);
        while (!_stop.IsCancellationRequested)
        {
            int now = Counter;
            if (now < last)
            {
                _wrong ??= $"The counter went from {last} to {now}.";
            }

            if (!Engine.IsEnabled(FaultTrial.SteadyKey))
            {
                _wrong ??= "The steady flag was off.";
            }

            last = now;
            await ((Task)timer.WaitForNextTickAsync(_stop.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
