using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <content>Flags by slot: what generated members call. Nothing is looked up by text.</content>
public sealed partial class FlagEngine
{
    internal bool IsEnabled(int slot, FlagContext? context) => Evaluate(slot, context).IsOn;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FlagOutcome Evaluate(int slot, FlagContext? context)
    {
        CompiledFlag[] flags = _snapshot.Fast;
        if ((uint)slot < (uint)flags.Length)
        {
            CompiledFlag flag = flags[slot];
            FlagOutcome outcome = flag.Constant ?? EvaluateVariable(flag, context);
            UsageLedger.Count(_usage, outcome);
            return outcome;
        }

        return EvaluateSlowly(slot, context);
    }

    internal FlagEvaluation<T> ToEvaluation<T>(int slot, FlagOutcome outcome, T value) => ToEvaluation(outcome, value, IsStale(outcome.Flag));

    internal FlagExplanation Explain(int slot, FlagContext? context)
    {
        FlagSnapshot snapshot = Current;
        return (uint)slot < (uint)snapshot.Slots.Length
            ? Explain(snapshot, snapshot.Slots[slot], context, out _)
            : ExplainMissing(FlagSlots.KeyOf(slot), snapshot);
    }

    internal void Track(int slot, FlagContext? context, string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        FlagSnapshot snapshot = Current;
        FlagOutcome outcome = (uint)slot < (uint)snapshot.Slots.Length
            ? Decide(snapshot, snapshot.Slots[slot], context)
            : UnknownFlag.Outcome;
        Track(new FlagIdentity(FlagSlots.ScopeOf(slot), FlagSlots.KeyOf(slot)), eventName, outcome, context);
    }

    /// <summary>Never inlined: its handler would keep the caller's variables in memory, and its size would be paid at every use of a flag.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private FlagOutcome EvaluateVariable(CompiledFlag flag, FlagContext? context)
    {
        try
        {
            return flag.EvaluateVariable(context ?? FlagContext.Current, flag.ReadsClock ? Now : 0);
        }
        catch (Exception exception)
        {
            // A context is the caller's code: a dictionary that another thread changes, an attribute that is fetched from somewhere and fails as its source does. Evaluating throws for none of it.
            return Fail(flag, exception);
        }
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    /// <summary>The time where no handler of failures is near: a clock that fails is replaced by the system's.</summary>
    private long SafeNow
    {
        get
        {
            try
            {
                return Now;
            }
            catch (Exception)
            {
                return TimeProvider.System.GetUtcNow().UtcTicks;
            }
        }
    }

    /// <summary>For slots handed out after the snapshot was made, while decisions are logged, and while a test overrides flags.</summary>
    private FlagOutcome EvaluateSlowly(int slot, FlagContext? context)
    {
        FlagSnapshot snapshot = Current;
        return (uint)slot < (uint)snapshot.Slots.Length
            ? Evaluate(snapshot, snapshot.Slots[slot], context)
            : UnknownFlag.Outcome;
    }

    private FlagOutcome Evaluate(FlagSnapshot snapshot, CompiledFlag flag, FlagContext? context)
    {
        FlagOutcome outcome = Decide(snapshot, flag, context);
        UsageLedger.Count(_usage, outcome);
        return outcome;
    }

    /// <summary>Decides without counting.</summary>
    private FlagOutcome Decide(FlagSnapshot snapshot, CompiledFlag flag, FlagContext? context)
    {
        if (!snapshot.LogsDecisions)
        {
            return flag.Constant ?? EvaluateVariable(flag, context);
        }

        FlagExplanation explanation = Explain(snapshot, flag, context, out FlagOutcome outcome);
        DecisionLog.Write(_logger, explanation);
        return outcome;
    }

    private FlagExplanation Explain(FlagSnapshot snapshot, CompiledFlag flag, FlagContext? context, out FlagOutcome outcome)
    {
        long now = SafeNow;
        DecisionRecorder recorder = new(now, snapshot.Version, IsStoreAway);
        RecordingTrace trace = new(recorder);
        if (!TryResolve(context, out FlagContext? resolved, out Exception? failure))
        {
            if (flag.Constant is null)
            {
                outcome = Fail(flag, failure);
                return recorder.Finish(outcome);
            }

            // The flag answers everybody the same, and nobody had to be known for it.
            resolved = FlagContext.Empty;
        }

        try
        {
            outcome = flag.Evaluate(resolved, now, ref trace);
        }
        catch (Exception exception)
        {
            outcome = Fail(flag, exception);
            recorder = new DecisionRecorder(now, snapshot.Version, IsStoreAway);
        }

        return recorder.Finish(outcome);
    }

    private FlagOutcome Fail(CompiledFlag flag, Exception exception)
    {
        ReportFailure(flag, exception);
        return flag.Failure;
    }

    private void ReportFailure(OutcomeOrigin flag, Exception exception)
    {
        string key = flag.Definition.Key;
        FlagGenDiagnostics.Count(FlagGenDiagnostics.FailedEvaluations, flag.Scope, key);
        if (_snapshot.ClaimFailureReport())
        {
            Log.EvaluationFailed(_logger, key, exception);
        }
    }

    private bool IsStale(OutcomeOrigin flag) => IsStoreAway || (flag.StaleFrom != long.MaxValue && SafeNow >= flag.StaleFrom);

    private static FlagEvaluation<T> ToEvaluation<T>(FlagOutcome outcome, T value, bool isStale) => new(outcome.Details, value, isStale);

    private static FlagExplanation ExplainMissing(string key, FlagSnapshot snapshot) => new()
    {
        Key = key,
        Value = FlagValue.Null,
        Reason = EvaluationReason.Error,
        ErrorCode = EvaluationErrorCode.FlagNotFound,
        ErrorMessage = UnknownFlag.Describe(key),
        Source = FlagSource.None,
        SetVersion = snapshot.Version,
    };

    private void Track(FlagIdentity flag, string eventName, FlagOutcome outcome, FlagContext? context)
    {
        FlagGenDiagnostics.Count(FlagGenDiagnostics.TrackedEvents, flag.Scope, flag.Key, new KeyValuePair<string, object?>(FlagGenDiagnostics.EventNameTag, eventName));
        if (_listeners.Length == 0)
        {
            return;
        }

        FlagEvent flagEvent = new()
        {
            FlagKey = flag.Key,
            Scope = flag.Scope,
            EventName = eventName,
            Context = TryResolve(context, out FlagContext? resolved, out Exception? failure) ? resolved : FailToTrack(outcome, failure),
            Variant = outcome.Variant,
            IsSensitive = outcome.Flag.Definition.Sensitive,
            Time = new DateTimeOffset(SafeNow, TimeSpan.Zero),
        };
        foreach (GuardedListener listener in _listeners)
        {
            listener.Notify(in flagEvent, _snapshot.Version, _logger);
        }
    }

    /// <summary>The event happened, whoever it was: it is told with a context without attributes.</summary>
    private FlagContext FailToTrack(FlagOutcome outcome, Exception failure)
    {
        ReportFailure(outcome.Flag, failure);
        return FlagContext.Empty;
    }

    /// <summary>The context that is asked for, or the ambient one, which the application may make at this moment.</summary>
    private static bool TryResolve(FlagContext? context, [NotNullWhen(true)] out FlagContext? resolved, [NotNullWhen(false)] out Exception? failure)
    {
        try
        {
            resolved = context ?? FlagContext.Current;
            failure = null;
            return true;
        }
        catch (Exception exception)
        {
            resolved = null;
            failure = exception;
            return false;
        }
    }
}
