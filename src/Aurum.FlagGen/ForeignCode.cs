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
