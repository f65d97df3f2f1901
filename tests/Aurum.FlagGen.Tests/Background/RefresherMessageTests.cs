using Aurum.FlagGen.Following;
using Aurum.FlagGen.Tests.Evaluation;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>What a store that fails leaves in force depends on whether it ever gave anything, and the log says which it is.</summary>
public sealed class RefresherMessageTests
{
    private readonly FakeTimeProvider _clock = Given.Clock();
    private readonly UnreliableStore _store = new();
    private readonly RecordingLogger<FlagSetRefresher> _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Refresher_StoreFails_SaysWhichFlagsAreInForce()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        FlagSetSync sync = new(_store, new FlagEngine(_clock));
        using FlagSetRefresher refresher = new(sync, _clock, _log, RefreshPace.Default);
        _store.FailsToLoad = true;
        refresher.Start();
        await refresher.FirstAttempt.WaitAsync(Token);

        _log.All.ShouldHaveSingleItem().ShouldStartWith(
            "Warning: UnreliableStore failed before it gave any flags; the flags of the manifests are in force, and it is asked again. A UnforeseenException was thrown.");

        _store.FailsToLoad = false;
        await UntilLoggedAsync(2);
        _store.FailsToLoad = true;
        _store.Tell();
        await UntilLoggedAsync(3);

        _log.All[2].ShouldStartWith("Warning: UnreliableStore failed; the flags in force stay in force, marked as stale, and it is asked again.");
    }

    private async Task UntilLoggedAsync(int lines)
    {
        while (_log.All.Count < lines)
        {
            Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
