using System.Collections.Concurrent;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>A clock whose timers come due together, each on a thread of its own, as timers of the system may.</summary>
internal sealed class TickingClock : TimeProvider
{
    private readonly ConcurrentQueue<TickingTimer> _timers = [];

    /// <summary>Has every timer that is set call back.</summary>
    /// <returns>Ends when all of these calls have returned.</returns>
    public Task TickAsync() => Task.WhenAll([.. _timers.Where(static timer => timer.Take()).Select(static timer => Task.Run(timer.Call))]);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        TickingTimer timer = new(() => callback(state));
        timer.Change(dueTime, period);
        _timers.Enqueue(timer);
        return timer;
    }

    private sealed class TickingTimer(Action call) : ITimer
    {
        private int _isSet;
        private bool _isPeriodic;

        public void Call() => call();

        /// <summary>Whether the timer was set; one without a period is not any more.</summary>
        public bool Take() => _isPeriodic ? _isSet == 1 : Interlocked.Exchange(ref _isSet, 0) == 1;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _isPeriodic = period != Timeout.InfiniteTimeSpan;
            _isSet = dueTime == Timeout.InfiniteTimeSpan ? 0 : 1;
            return true;
        }

        public void Dispose() => _isSet = 0;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
