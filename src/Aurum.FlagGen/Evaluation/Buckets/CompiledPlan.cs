namespace Aurum.FlagGen.Evaluation;

/// <summary>A rollout plan whose percentage depends on the time. The other strategies are compiled into the rule itself.</summary>
internal sealed class CompiledPlan
{
    private readonly long _start;
    private readonly long _end;
    private readonly long _interval;
    private readonly int _first;
    private readonly int _last;
    private readonly int _step;

    private CompiledPlan(long start, long end, long interval, int first, int last, int step)
    {
        _start = start;
        _end = end;
        _interval = interval;
        _first = first;
        _last = last;
        _step = step;
    }

    /// <summary>Compiles a gradual plan, or returns null where its numbers make none.</summary>
    public static CompiledPlan? Gradual(RolloutPlan plan)
    {
        int first = Buckets.FromPercentage(plan.StartPercentage ?? 0);
        int last = Buckets.FromPercentage(plan.EndPercentage ?? 100);
        int step = Buckets.FromPercentage(plan.StepPercentage ?? 0);
        double interval = (plan.StepIntervalHours ?? 0) * TimeSpan.TicksPerHour;
        bool isSound = first >= 0 && last >= first && step >= 0 && plan.StartTime is not null && interval >= 1;
        return isSound ? new CompiledPlan(plan.StartTime!.Value.UtcTicks, long.MaxValue, ToTicks(interval), first, last, step) : null;
    }

    /// <summary>Compiles a scheduled plan, or returns null where its numbers make none.</summary>
    public static CompiledPlan? Scheduled(RolloutPlan plan)
    {
        int percentage = Buckets.FromPercentage(plan.Percentage ?? 100);
        CompiledWindow window = CompiledWindow.Of(plan.StartTime, plan.EndTime);
        return percentage >= 0 ? new CompiledPlan(window.From, window.Until, long.MaxValue, percentage, percentage, step: 0) : null;
    }

    /// <summary>How many buckets are in at an instant.</summary>
    public int GetThreshold(long now)
    {
        if (now < _start || now >= _end)
        {
            return 0;
        }

        if (_step == 0)
        {
            return _first;
        }

        // No more steps than lead from nothing to everybody, so that nothing overflows.
        long steps = Math.Min((now - _start) / _interval, Buckets.Total);
        return (int)Math.Min(_first + (steps * _step), _last);
    }

    private static long ToTicks(double ticks) => ticks < long.MaxValue ? (long)ticks : long.MaxValue;
}
