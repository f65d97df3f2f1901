using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Engine;

/// <summary>What the engine logs.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "Flag {Flag}: rule {Index} '{Rule}' matches.")]
    public static partial void RuleMatches(ILogger logger, string flag, int index, string rule);

    [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "Flag {Flag}: rule {Index} '{Rule}' does not match: {Reason}.")]
    public static partial void RuleFails(ILogger logger, string flag, int index, string rule, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "Flag {Flag} gives {Value} by {Reason}.")]
    public static partial void Decided(ILogger logger, string flag, string value, EvaluationReason reason);

    [LoggerMessage(EventId = 4, Level = LogLevel.Debug, Message = "Flag {Flag} is sensitive; it was decided by {Reason}.")]
    public static partial void DecidedSensitive(ILogger logger, string flag, EvaluationReason reason);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "Flag {Flag} could not be evaluated, because reading the context failed; its default is given. Further failures in this snapshot are counted and not logged.")]
    public static partial void EvaluationFailed(ILogger logger, string flag, Exception exception);

    [LoggerMessage(EventId = 6, Level = LogLevel.Warning, Message = "A listener threw on event {Event} of flag {Flag}. Its further failures at this version of the flags are counted and not logged.")]
    public static partial void ListenerFailed(ILogger logger, string flag, string @event, Exception exception);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "{Place}: {Fault}")]
    public static partial void FlagFaulty(ILogger logger, string place, string fault);

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "The attribute {Attribute} is {Misfit}: every condition on it is false. Give the context a text, a number, a boolean, a date, a list or a dictionary in its place. It is said once for each attribute.")]
    public static partial void AttributeNotUnderstood(ILogger logger, string attribute, string misfit);

    [LoggerMessage(EventId = 8, Level = LogLevel.Debug, Message = "Published set {Version} with {Count} flags.")]
    public static partial void Published(ILogger logger, string version, int count);
}
