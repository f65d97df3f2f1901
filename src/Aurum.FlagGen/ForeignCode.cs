namespace Aurum.FlagGen;

/// <summary>Calls of code that is not the library's, from where an exception would end a loop that nobody awaits.</summary>
internal static class ForeignCode
{
    /// <summary>What an exception says; its type where it does not even do that.</summary>
    public static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception)
        {
            return $"A {exception.GetType().Name} was thrown.";
        }
    }

    /// <summary>Waits by the application's clock, and by the system's where that one fails.</summary>
    public static Task DelayAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            return Task.Delay(time, clock, cancellationToken);
        }
        catch (Exception)
        {
            return Task.Delay(time, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>A source that is cancelled after a time by the application's clock, or by the system's where that one fails.</summary>
    public static CancellationTokenSource CancelAfter(TimeSpan time, TimeProvider clock)
    {
        try
        {
            return new CancellationTokenSource(time, clock);
        }
        catch (Exception)
        {
            return new CancellationTokenSource(time);
        }
    }

    /// <summary>Calls every handler of an event: what one throws is counted, and neither skips the others nor reaches who raises it.</summary>
    public static void Raise(Action? handlers)
    {
        foreach (Action handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                handler();
            }
            catch (Exception)
            {
                FlagGenDiagnostics.Count(FlagGenDiagnostics.ListenerFaults);
            }
        }
    }

    /// <summary>As <see cref="Raise(Action)"/>, with what the event tells.</summary>
    public static void Raise<T>(Action<T>? handlers, T told)
    {
        foreach (Action<T> handler in Delegate.EnumerateInvocationList(handlers))
        {
            Raise(() => handler(told));
        }
    }

    /// <summary>Cancels. What those throw that registered for it is not the canceller's affair.</summary>
    public static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // Everybody who registered was called.
        }
    }
}
