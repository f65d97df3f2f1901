using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Engine;

/// <summary>A listener whose failures reach nobody who tracks an event: each is counted, and the first in a set of flags is logged.</summary>
internal sealed class GuardedListener(IFlagEventListener listener)
{
    /// <summary>How deep a listener may track events itself before it is left out: it hears of its own events as of any.</summary>
    private const int MaxDepth = 8;

    [ThreadStatic]
    private static int t_depth;

    private string? _reportedVersion;

    public void Notify(in FlagEvent flagEvent, string version, ILogger logger)
    {
        if (t_depth >= MaxDepth)
        {
            return;
        }

        t_depth++;
        try
        {
            listener.OnTracked(in flagEvent);
        }
        catch (Exception exception)
        {
            // A listener is foreign code, and telemetry must not break what it watches.
            FlagGenDiagnostics.Count(FlagGenDiagnostics.ListenerFaults);
            if (Interlocked.Exchange(ref _reportedVersion, version) != version)
            {
                Log.ListenerFailed(logger, flagEvent.FlagKey, flagEvent.EventName, exception);
            }
        }
        finally
        {
            t_depth--;
        }
    }
}
