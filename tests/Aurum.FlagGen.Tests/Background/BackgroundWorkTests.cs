using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>
/// The list of everything in the products that runs without somebody who awaits it, or that calls code of somebody else's in the middle of an evaluation, with
/// the tests that make its logger, its store or its context fail. A place that is not on the list fails the test.
/// </summary>
public sealed partial class BackgroundWorkTests
{
    /// <summary>What is found in the source, and the tests of it.</summary>
    private static readonly Dictionary<string, string[]> Covered = new(StringComparer.Ordinal)
    {
        // Awaited by its caller, to whom an exception comes.
        ["Aurum.FlagGen.Testing/FlagStoreContract: task × 3"] = ["StoreContractTests.Contract_StoreThatForgetsTheAudit_IsFoundOut"],

        ["Aurum.FlagGen/FlagSetRefresher: task"] = ["LoopFailureTests.Refresher_StoreAndLoggerFail_GoesOnAndRecovers", "LoopFailureTests.Refresher_WatchThatEnds_AsksNowAndThen"],
        ["Aurum.FlagGen/UsageFlusher: task"] = ["LoopFailureTests.Flusher_StoreAndLoggerFail_ReportsAllLater"],
        ["Aurum.FlagGen/FlagGenHostedService: hosted service"] = ["LoopFailureTests.Host_StoreLoggerAndContextFail_StartsAnswersAndStops", "LoopFailureTests.Stop_StoreThatHangs_EndsWithTheHostsPatience"],
        ["Aurum.FlagGen/FlagUsageHostedService: hosted service"] = ["LoopFailureTests.Host_StoreLoggerAndContextFail_StartsAnswersAndStops"],
        ["Aurum.FlagGen/FlagFileWatch: timer × 2"] = ["FileWatchFailureTests.Watch_LookAndLoggerFail_LooksAgain", "FileWatchFailureTests.Watch_LookFails_IsLoggedOnce", "FileWatchFailureTests.Watch_LookThatHangs_IsTheOnlyOneUntilItEnds"],
        ["Aurum.FlagGen/FlagFileWatch: watcher"] = ["FileWatchFailureTests.Watch_FolderThatIsNotThere_IsLookedAtAllTheSame"],
        ["Aurum.FlagGen/FlagFileWatch: subscription × 5"] = ["FileWatchFailureTests.Notice_LookAndLoggerFail_EndsNoProcess"],
        ["Aurum.FlagGen/GuardedTimer: timer"] = ["ClockFailureTests.Timer_ThatCannotBeSet_IsReplacedByTheSystems", "ClockFailureTests.Refresher_TimersThatCannotBeDisposed_GoesOn"],
        ["Aurum.FlagGen/FlagContextScope: ambient context"] = ["EvaluationFailureTests.AmbientContext_ThatFails_ComesOutOfNothing"],
        ["Aurum.FlagGen/FlagEngine: ambient context × 3"] = ["EvaluationFailureTests.AmbientContext_ThatFails_ComesOutOfNothing", "EvaluationFailureTests.Logger_ThatFails_ComesOutOfNothing"],
        ["Aurum.FlagGen/ManifestUpdate: event"] = ["HostScopeTests.Edit_OfTheManifest_ReachesFlagsInMemoryThatNobodyChanged"],
        ["Aurum.FlagGen/ManifestEdits: subscription"] = ["HostScopeTests.Edit_OfTheManifest_ReachesFlagsInMemoryThatNobodyChanged"],
        ["Aurum.FlagGen/GuardedListener: listener"] = ["EvaluationFailureTests.Listener_ThatFails_IsLoggedOnceForEachVersion", "EvaluationFailureTests.Listener_ThatTracksItself_Ends"],

        ["Aurum.FlagGen.Redis/LastKnownGoodFile: task"] = ["LastKnownGoodFileTests.Fault05_StoresThatShareTheFile_NeverLeaveItHalfWritten"],
        ["Aurum.FlagGen.Redis/RedisChangeFeed: timer"] = ["WatchTests.Watch_BurstOfAThousandChanges_IsToldInFewNoticesAndToItsEnd"],
        ["Aurum.FlagGen.Redis/RedisLoop: task"] = ["ConnectTests.Factory_ThatFailsInAnyWay_IsReportedAsTheStoreThatIsAway", "ConnectTests.Logger_ThatFailsEachTime_StopsNothing"],
        ["Aurum.FlagGen.Redis/RedisSubscription: subscription × 2"] = ["PublicationTests.Fault04_OnePublicationByAStranger_StopsNobody", "RightsTests.Trial01_UserWithoutTheChannel_FindsChangesByAskingAndSaysSoOnce"],
        ["Aurum.FlagGen.Redis/RedisConnection: task"] = ["ConnectTests.Fault01_FactoryThatThrowsOnce_IsAskedAgain"],
        ["Aurum.FlagGen.Redis/RedisConnection: event"] = ["ConnectTests.Connection_ThatTheApplicationCloses_IsAskedForAgain"],
        ["Aurum.FlagGen.Redis/RedisConnection: continuation"] = ["ConnectTests.Connection_ThatTheApplicationCloses_IsAskedForAgain"],
        ["Aurum.FlagGen.Redis/RedisConnection: subscription × 3"] = ["ConnectTests.Connection_ThatTheApplicationCloses_IsAskedForAgain"],
        ["Aurum.FlagGen.Redis/RedisConnection: unawaited call × 2"] = ["ConnectTests.Connection_ThatTheApplicationCloses_IsAskedForAgain", "ConnectTests.Client_ThatFindsNoServerForHalfAMinute_IsReplaced"],
    };

    /// <summary>Files that take the application's logger and only hand it on.</summary>
    private static readonly string[] HandOn = ["FlagGenServiceCollectionExtensions", "FlagGenRedisExtensions", "FlagUsageHostedService"];

    [Fact]
    public void Products_WhatRunsInTheBackground_IsOnTheList()
    {
        IReadOnlyList<string> found = BackgroundWork.FindAll();

        found.ShouldContain("Aurum.FlagGen/FlagSetRefresher: task");
        found.Except(Covered.Keys).ShouldBeEmpty();
        Covered.Keys.Except(found).ShouldBeEmpty();
        Covered.Values.ShouldAllBe(static tests => tests.Length > 0);
    }

    [Fact]
    public void List_ItsTests_Exist()
    {
        ILookup<string, string> tests = Directory.EnumerateFiles(RepositoryFolder.Combine("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        Covered.SelectMany(static pair => pair.Value)
            .Where(name => !tests[name.Split('.')[0]].Any(text => text.Contains($" {name.Split('.')[1]}(", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Products_TheirLoggers_AreGuarded() =>
        Directory.EnumerateFiles(RepositoryFolder.Combine("src"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => Logger().IsMatch(File.ReadAllText(file)) && !File.ReadAllText(file).Contains("GuardedLogger", StringComparison.Ordinal))
            .Select(static file => Path.GetFileName(file).Split('.')[0])
            .Except(HandOn)
            .ShouldBeEmpty();

    [GeneratedRegex(@"\bILogger(?:<|Factory\b)")]
    private static partial Regex Logger();
}
