namespace Aurum.FlagGen;

/// <summary>The application's clock, with the system's clock in the place of each call that fails.</summary>
/// <remarks>
/// The library asks for the time in callbacks of timers and in loops that nobody awaits: an exception would end the
/// process, or the loop.
/// </remarks>
internal sealed class GuardedClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly bool _hasFrequency;

    /// <summary>By how much the application's timestamps were last ahead of the system's.</summary>
    private long _lead;

    private GuardedClock(TimeProvider inner)
    {
        _inner = inner;
        long frequency = FrequencyOf(inner);
        _hasFrequency = frequency > 0;
        TimestampFrequency = _hasFrequency ? frequency : System.TimestampFrequency;
    }

    public override long TimestampFrequency { get; }

    /// <summary>Guards a clock.</summary>
    /// <param name="clock">The application's clock; null for the system's.</param>
    public static TimeProvider For(TimeProvider? clock) => clock switch
    {
        null => System,
        GuardedClock => clock,
        _ => ReferenceEquals(clock, System) ? clock : new GuardedClock(clock),
    };

    public override DateTimeOffset GetUtcNow()
    {
        try
        {
            return _inner.GetUtcNow();
        }
        catch (Exception)
        {
            return System.GetUtcNow();
        }
    }

    /// <summary>
    /// The application's timestamp. Where there is none, time goes on from its last one by the system's clock.
    /// </summary>
    public override long GetTimestamp()
    {
        long system = (long)((Int128)System.GetTimestamp() * TimestampFrequency / System.TimestampFrequency);
        if (!_hasFrequency)
        {
            return system;
        }

        try
        {
            long timestamp = _inner.GetTimestamp();
            Volatile.Write(ref _lead, timestamp - system);
            return timestamp;
        }
        catch (Exception)
        {
            return system + Volatile.Read(ref _lead);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new GuardedTimer(_inner, callback, state, dueTime, period);

    private static long FrequencyOf(TimeProvider clock)
    {
        try
        {
            return clock.TimestampFrequency;
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
