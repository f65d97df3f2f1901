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
}
