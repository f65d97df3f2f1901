using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Aurum.FlagGen;

/// <summary>The names under which the library measures itself.</summary>
public static class FlagGenDiagnostics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Aurum.FlagGen";

    /// <summary>Counts tracked events, by <see cref="FlagSetIdTag"/>, <see cref="FlagKeyTag"/> and <see cref="EventNameTag"/>.</summary>
    public const string TrackedEventsName = "flaggen.tracked_events";

    /// <summary>Counts patterns that ran out of time on a text and therefore did not match.</summary>
    public const string PatternTimeoutsName = "flaggen.pattern_timeouts";

    /// <summary>Counts evaluations that failed because the context could not be read, by <see cref="FlagSetIdTag"/> and <see cref="FlagKeyTag"/>.</summary>
    public const string FailedEvaluationsName = "flaggen.failed_evaluations";

    /// <summary>Counts exceptions that listeners threw.</summary>
    public const string ListenerFaultsName = "flaggen.listener_faults";

    /// <summary>Counts exceptions that loggers threw.</summary>
    public const string LoggerFaultsName = "flaggen.logger_faults";

    /// <summary>The tag that holds a flag's key.</summary>
    public const string FlagKeyTag = "feature_flag.key";

    /// <summary>The tag that holds the scope of the manifest that declares a flag; left out where none does.</summary>
    public const string FlagSetIdTag = "feature_flag.set.id";

    /// <summary>The tag that holds a tracked event's name.</summary>
    public const string EventNameTag = "flaggen.event.name";

    internal static Meter Meter { get; } = new(MeterName);

    internal static Counter<long> TrackedEvents { get; } = Meter.CreateCounter<long>(TrackedEventsName, "{event}", "Events tracked for flags.");

    internal static Counter<long> PatternTimeouts { get; } = Meter.CreateCounter<long>(PatternTimeoutsName, "{match}", "Patterns that ran out of time.");

    internal static Counter<long> FailedEvaluations { get; } = Meter.CreateCounter<long>(FailedEvaluationsName, "{evaluation}", "Evaluations whose context could not be read.");

    internal static Counter<long> ListenerFaults { get; } = Meter.CreateCounter<long>(ListenerFaultsName, "{exception}", "Exceptions thrown by listeners.");

    internal static Counter<long> LoggerFaults { get; } = Meter.CreateCounter<long>(LoggerFaultsName, "{exception}", "Exceptions thrown by loggers.");

    /// <summary>Counts one for a flag, by its scope and its key. Nothing is allocated where nobody listens.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="scope">The scope of the manifest that declares the flag, or null.</param>
    /// <param name="key">The flag's key.</param>
    /// <param name="tag">A further tag; its key is null where there is none.</param>
    internal static void Count(Counter<long> counter, string? scope, string key, KeyValuePair<string, object?> tag = default)
    {
        TagList tags = new(new KeyValuePair<string, object?>(FlagKeyTag, key));
        if (!string.IsNullOrEmpty(scope))
        {
            tags.Add(FlagSetIdTag, scope);
        }

        if (tag.Key is not null)
        {
            tags.Add(tag);
        }

        Count(counter, in tags);
    }

    /// <summary>Counts one. A listener of the meter is called at once, in the middle of an evaluation; what it throws goes no further.</summary>
    internal static void Count(Counter<long> counter, in TagList tags = default)
    {
        try
        {
            counter.Add(1, in tags);
        }
        catch (Exception)
        {
            // It is the listener that counts, and there is nobody else to tell.
        }
    }
}
