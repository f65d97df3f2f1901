using System.Security.Cryptography;
using Aurum.FlagGen.Hosting;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Following;

/// <summary>Has a reporter report at intervals, and a last time when it is stopped. An evaluation never notices.</summary>
internal sealed class UsageFlusher(UsageReporter reporter, TimeProvider timeProvider, ILogger logger, UsagePace pace) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _clock = GuardedClock.For(timeProvider);
    private readonly ILogger _logger = GuardedLogger.For(logger);

    private Task _running = Task.CompletedTask;
    private bool _hasFailed;
    private int _isStopped;

    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Stops, and reports a last time within the limit. May be called again.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _isStopped, 1) != 0)
        {
            return;
        }

        ForeignCode.Cancel(_stop);
        await TryFlushAsync(FinishAsync, pace.StopLimit, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Stops without a last report.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isStopped, 1) == 0)
        {
            // Cancelling is all the disposal that it needs: the running loop may still ask for its token.
            ForeignCode.Cancel(_stop);
        }
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(NextPause(), _clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stop.IsCancellationRequested)
            {
                await TryFlushAsync(FlushAsync, pace.Limit, _stop.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Up to a fifth shorter or longer, so that processes that were started together do not report together.</summary>
    private TimeSpan NextPause() => pace.Interval * (RandomNumberGenerator.GetInt32(800, 1201) / 1000.0);

    private async Task FlushAsync(CancellationToken cancellationToken) => await reporter.FlushAsync(cancellationToken).ConfigureAwait(false);

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        // A report that is under way was told to stop; what it leaves is in the last one.
        await _running.WaitAsync(cancellationToken).ConfigureAwait(false);
        await reporter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // A store is somebody else's code over somebody else's network: whatever it throws, the counts are kept and reported later. An exception that ended the
    // loop would lose them without a word.
    private async Task TryFlushAsync(Func<CancellationToken, Task> flush, TimeSpan limit, CancellationToken stop)
    {
        try
        {
            using CancellationTokenSource timer = new(limit, _clock);
            using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stop);
            await flush(both.Token).WaitAsync(both.Token).ConfigureAwait(false);
            Succeed();
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Whatever a store throws while it is left is of no interest any more.
        }
        catch (OperationCanceledException)
        {
            Fail($"It did not answer within {limit}.", exception: null);
        }
        catch (Exception exception)
        {
            Fail(ForeignCode.MessageOf(exception), exception is FeatureFlagStoreException ? null : exception);
        }
    }

    private void Succeed()
    {
        if (_hasFailed)
        {
            _hasFailed = false;
            Log.UsageReportedAgain(_logger);
        }
    }

    private void Fail(string reason, Exception? exception)
    {
        if (!_hasFailed)
        {
            _hasFailed = true;
            Log.UsageNotReported(_logger, reason, exception);
        }
    }
}
