using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Stores;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Fault} The last good flags stay in force.", EventName = "FlagFileBroken")]
    public static partial void FileBroken(ILogger logger, string fault);

    [LoggerMessage(2, LogLevel.Information, "The flag file '{Path}' can be read again; its flags are in force.", EventName = "FlagFileRecovered")]
    public static partial void FileRecovered(ILogger logger, string path);

    [LoggerMessage(3, LogLevel.Warning, "{Fault} The other flags are in force.", EventName = "FlagFileFault")]
    public static partial void FileFault(ILogger logger, string fault);

    [LoggerMessage(4, LogLevel.Information, "The system gives no notices of changes to '{Path}' ({Reason}); it is looked at several times a second.", EventName = "FlagFileNotices")]
    public static partial void NoNotices(ILogger logger, string path, string reason);

    [LoggerMessage(5, LogLevel.Warning, "{Fault} There are no flags of this file until it can be read.", EventName = "FlagFileNeverRead")]
    public static partial void FileNeverRead(ILogger logger, string fault);

    [LoggerMessage(6, LogLevel.Warning, "Looking at the flag file '{Path}' failed; it is looked at again. Further failures are not logged until a look succeeds.", EventName = "FlagFileLookFailed")]
    public static partial void LookFailed(ILogger logger, string path, Exception exception);

    [LoggerMessage(7, LogLevel.Information, "The flags are kept in '{Path}'.", EventName = "FlagFileUsed")]
    public static partial void FileUsed(ILogger logger, string path);

    [LoggerMessage(8, LogLevel.Information, "{Count} entries were taken out of the audit log '{Path}', which keeps {Retention}.", EventName = "AuditTrimmed")]
    public static partial void AuditTrimmed(ILogger logger, long count, string path, string retention);

    [LoggerMessage(9, LogLevel.Warning, "Old entries could not be taken out of the audit log '{Path}'; they are kept. {Reason}", EventName = "AuditNotTrimmed")]
    public static partial void AuditNotTrimmed(ILogger logger, string path, string reason);
}
