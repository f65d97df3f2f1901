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
