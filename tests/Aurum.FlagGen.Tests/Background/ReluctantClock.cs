namespace Aurum.FlagGen.Tests.Background;

/// <summary>The system's clock, whose timers can be neither set again nor disposed.</summary>
internal sealed class ReluctantClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ReluctantTimer(base.CreateTimer(callback, state, dueTime, period));

    private sealed class ReluctantTimer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new InvalidOperationException("The timer is gone.");

        public void Dispose()
        {
            inner.Dispose();
            throw new InvalidOperationException("The timer is gone.");
        }

        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            throw new InvalidOperationException("The timer is gone.");
        }
    }
}
