using System.Security.Cryptography;
using System.Threading.Channels;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>Does the same thing again and again until it is disposed. Nothing that is thrown ends it.</summary>
/// <param name="round">Does it once.</param>
/// <returns>How long to wait for the next time, unless somebody wakes the loop.</returns>
/// <param name="retry">How long to wait after a round that threw.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RedisLoop(Func<CancellationToken, Task<TimeSpan>> round, TimeSpan retry, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();

    private Task? _running;

    /// <summary>Begins, the first time that it is called.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (!_stop.IsCancellationRequested)
            {
                _running ??= Task.Run(RunAsync);
            }
        }
    }

    /// <summary>Ends the present wait, or the next.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (_gate)
        {
            ForeignCode.Cancel(_stop);
            running = _running;
        }

        if (running is not null)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Not a decision that anybody would want to repeat: processes that were started together must not ask together.
    public static TimeSpan Jitter(TimeSpan time) => time * RandomNumberGenerator.GetInt32(800, 1201) / 1000;

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TimeSpan pause = retry;
            try
            {
                pause = await round(_stop.Token).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Whoever made the round has said what it could say of a failure; that nothing is confirmed any more, the health says by itself.
            }

            await PauseAsync(pause).ConfigureAwait(false);
        }
    }

    private async Task PauseAsync(TimeSpan time)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        Task delay = Task.Delay(time, timeProvider, end.Token);
        await Task.WhenAny(delay, _wake.Reader.WaitToReadAsync(end.Token).AsTask()).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        _wake.Reader.TryRead(out _);
    }
}
