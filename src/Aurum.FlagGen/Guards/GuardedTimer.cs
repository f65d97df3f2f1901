namespace Aurum.FlagGen;

/// <summary>
/// A timer of the application's clock. One of the system's takes its place where it cannot be made or set.
/// </summary>
internal sealed class GuardedTimer : ITimer
{
    private readonly TimerCallback _callback;
    private readonly object? _state;

    private volatile ITimer _timer;
    private volatile bool _isDisposed;

    public GuardedTimer(TimeProvider clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _callback = callback;
        _state = state;
        try
        {
            _timer = Create(clock, dueTime, period);
        }
        catch (Exception)
        {
            _timer = Create(TimeProvider.System, dueTime, period);
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
        {
            return false;
        }

        try
        {
            return _timer.Change(dueTime, period);
        }
        catch (Exception)
        {
            Dispose(_timer);
            _timer = Create(TimeProvider.System, dueTime, period);
        }

        if (_isDisposed)
        {
            // It was disposed meanwhile, and with it perhaps the other timer alone.
            Dispose(_timer);
        }

        return !_isDisposed;
    }

    public void Dispose()
    {
        _isDisposed = true;
        Dispose(_timer);
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        try
        {
            await _timer.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It may call back once more, as any timer may that is disposed.
        }
    }

    private static void Dispose(ITimer timer)
    {
        try
        {
            timer.Dispose();
        }
        catch (Exception)
        {
            // It may call back once more, as any timer may that is disposed.
        }
    }

    private ITimer Create(TimeProvider clock, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(_callback, _state, dueTime, period);
}
