using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Hosting;

internal static partial class Log
{
    [LoggerMessage(3, LogLevel.Warning, "{Store} has not answered for {Timeout}; the application starts with the flags of its manifests.", EventName = "FlagStoreSlow")]
    public static partial void StartWentOn(ILogger logger, string store, TimeSpan timeout);

    [LoggerMessage(4, LogLevel.Information, "{Count} flags that the manifests declare were created in {Store}.", EventName = "FlagsCreated")]
    public static partial void FlagsCreated(ILogger logger, int count, string store);

    [LoggerMessage(5, LogLevel.Warning, "Flags that the manifests declare could not be created in the store; they are answered from the manifests. {Reason}", EventName = "FlagsNotCreated")]
    public static partial void FlagsNotCreated(ILogger logger, string reason, Exception? exception);

    [LoggerMessage(8, LogLevel.Information, "{Count} of the {Total} flags that the manifest declares are decided otherwise by {Store}: {Flags}. The store owns status, values, rules and tests once it has a flag, so a flags.json that was edited and deployed changes nothing there. Change them in the store, or bring the manifest's definitions there with FeatureFlagManager.PushDefinitionsAsync; docs/who-owns-what.md tells more.", EventName = "FlagsDiffer")]
    public static partial void FlagsDiffer(ILogger logger, int count, int total, string store, string flags);

    [LoggerMessage(12, LogLevel.Information, "{Count} of the {Total} flags that the compiled manifest declares are decided otherwise by the file '{File}', which is in force: {Flags}.", EventName = "FlagsDifferInFile")]
    public static partial void FlagsDifferInFile(ILogger logger, int count, int total, string file, string flags);

    [LoggerMessage(9, LogLevel.Warning, "{Count} keys are declared otherwise by several manifests that this host serves, so it creates none of them in the store: {Flags}. Give the host the manifests that it serves. {Reason}", EventName = "FlagsContested")]
    public static partial void FlagsContested(ILogger logger, int count, string flags, string reason);

    [LoggerMessage(10, LogLevel.Warning, "An edit of the manifest in the running program did not reach the store; restart the program. {Reason}", EventName = "ManifestEditNotFollowed")]
    public static partial void ManifestEditNotFollowed(ILogger logger, string reason, Exception exception);
}
