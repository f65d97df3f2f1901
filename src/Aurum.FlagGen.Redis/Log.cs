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
    public static partial void Restored(ILogger logger, string actor, string @namespace, RestoreSource source);
}
