using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Redis;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The file of the last known flags, '{Path}', cannot be read and is passed over. {Reason}", EventName = "LastKnownGoodUnreadable")]
    public static partial void FileUnreadable(ILogger logger, string path, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The last known flags could not be kept in '{Path}'. {Reason}", EventName = "LastKnownGoodNotWritten")]
    public static partial void FileNotWritten(ILogger logger, string path, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The application starts with the flags that it last knew, of {SavedAt}. {Reason}", EventName = "LastKnownGoodInForce")]
    public static partial void FileInForce(ILogger logger, DateTimeOffset savedAt, string reason);

    [LoggerMessage(4, LogLevel.Error, "{Loss}", EventName = "FlagDataLoss")]
    public static partial void DataLost(ILogger logger, string loss);

    [LoggerMessage(5, LogLevel.Warning, "{Fault} The other flags are in force.", EventName = "FlagDamaged")]
    public static partial void FlagDamaged(ILogger logger, string fault);

    [LoggerMessage(6, LogLevel.Warning, "{Actor} has settled a loss of flags in namespace '{Namespace}': those of {Source} are true.", EventName = "FlagDataRestored")]
    public static partial void Restored(ILogger logger, string actor, string @namespace, RedisRestoreSource source);

    [LoggerMessage(7, LogLevel.Warning, "{Fault}", EventName = "FlagChangesUnheard")]
    public static partial void ChangesUnheard(ILogger logger, string fault);

    [LoggerMessage(8, LogLevel.Information, "Changes of namespace '{Namespace}' are heard as they are made.", EventName = "FlagChangesHeard")]
    public static partial void ChangesHeard(ILogger logger, string @namespace);

    [LoggerMessage(9, LogLevel.Warning, "On the channel '{Channel}' something was published that the store of namespace '{Namespace}' does not have: somebody else publishes there, or the server has lost a change. The store is asked, and nothing else is believed; let only the store's users publish there.", EventName = "FlagPublicationForeign")]
    public static partial void ForeignPublication(ILogger logger, string channel, string @namespace);

    [LoggerMessage(10, LogLevel.Warning, "The flag '{Key}' was written to namespace '{Namespace}', and no process was told: {Fault} They find it within their poll interval.", EventName = "FlagChangeNotPublished")]
    public static partial void ChangeNotPublished(ILogger logger, string key, string @namespace, string fault);

    [LoggerMessage(11, LogLevel.Information, "The audit log of namespace '{Namespace}' has reached what it keeps, {Retention}; with each change the oldest entries go.", EventName = "FlagAuditTrimmed")]
    public static partial void AuditTrimmed(ILogger logger, string @namespace, AuditRetention retention);
}
