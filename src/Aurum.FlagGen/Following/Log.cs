using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Following;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Store} failed; the flags in force stay in force, marked as stale, and it is asked again. {Reason}", EventName = "FlagStoreAway")]
    public static partial void StoreIsAway(ILogger logger, string store, string reason, Exception? exception);

    [LoggerMessage(11, LogLevel.Warning, "{Store} failed before it gave any flags; the flags of the manifests are in force, and it is asked again. {Reason}", EventName = "FlagStoreNeverCame")]
    public static partial void StoreNeverCame(ILogger logger, string store, string reason, Exception? exception);

    [LoggerMessage(2, LogLevel.Information, "{Store} answers again; its flags are in force, at version {Version}.", EventName = "FlagStoreBack")]
    public static partial void StoreIsBack(ILogger logger, string store, string? version);

    [LoggerMessage(6, LogLevel.Warning, "How often flags were evaluated could not be reported to the store; it is kept and reported later. {Reason}", EventName = "FlagUsageNotReported")]
    public static partial void UsageNotReported(ILogger logger, string reason, Exception? exception);

    [LoggerMessage(7, LogLevel.Information, "How often flags were evaluated is reported to the store again.", EventName = "FlagUsageReportedAgain")]
    public static partial void UsageReportedAgain(ILogger logger);
}
