using Aurum.FlagGen.Following;
using Aurum.FlagGen.Tests.Evaluation;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Usage;

public sealed class UsageFlusherTests : IDisposable
{
    // The clock runs ahead of the flusher; a report that is under way meets its limit only where that is what is tried.
    private static readonly UsagePace Pace = new(TimeSpan.FromSeconds(30), TimeSpan.FromDays(49), TimeSpan.FromSeconds(5));

    private readonly FakeTimeProvider _clock = Given.Clock();
    private readonly ScriptedUsageStore _store = new();
    private readonly RecordingLogger<UsageFlusher> _log = new();
    private readonly FlagEngine _engine;
    private readonly UsageReporter _reporter;
    private readonly UsageFlusher _flusher;

    public UsageFlusherTests()
    {
        _engine = Given.Flags("'on':{'status':'enabled','default_value':true}", _clock);
        _reporter = new UsageReporter(_engine, _store, "1.0");
        _flusher = new UsageFlusher(_reporter, _clock, _log, Pace);
    }

    public void Dispose() => _flusher.Dispose();

    [Fact(Timeout = 300_000)]
    public async Task Run_AtIntervals_ReportsWithinAFifthOfTheInterval()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        _flusher.Start();
        for (int round = 1; round <= 5; round++)
        {
            _engine.IsEnabled("on");
            DateTimeOffset before = _clock.GetUtcNow();
            await _store.WaitAsync(() => _clock.Advance(TimeSpan.FromMilliseconds(100)));

            // The clock goes on while the flusher comes to its next wait, so that only the lower end is exact.
            (_clock.GetUtcNow() - before).ShouldBeGreaterThanOrEqualTo((Pace.Interval * 0.8) - TimeSpan.FromMilliseconds(100));
            _store.Taken["on"].Evaluations.ShouldBe(round);
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Run_StoreAway_KeepsCountingLogsOnceEachWayAndReportsAll()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        _store.Answer = UsageAnswer.LostAnswer;
        _flusher.Start();
        for (int i = 0; i < 3; i++)
        {
            _engine.IsEnabled("on").ShouldBeTrue();
            await _store.WaitAsync(Tick);
        }

        (await _log.NextAsync(token)).ShouldBe(
            "Warning: How often flags were evaluated could not be reported to the store; it is kept and reported later. The test's store is away; bring it back.");
        _store.Answer = UsageAnswer.Taken;
        _engine.IsEnabled("on").ShouldBeTrue();
        while (_log.All.Count < 2)
        {
            token.ThrowIfCancellationRequested();
            Tick();
            await Task.Yield();
        }

        _log.All[1].ShouldBe("Information: How often flags were evaluated is reported to the store again.");
        _store.Taken["on"].Evaluations.ShouldBe(4);
    }

    [Fact(Timeout = 300_000)]
    public async Task Run_StoreThatNeverAnswers_IsGivenUpAfterTheInterval()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        _store.Answer = UsageAnswer.None;
        _engine.IsEnabled("on");
        using UsageFlusher flusher = new(_reporter, _clock, _log, Pace with { Limit = Pace.Interval });
        flusher.Start();

        while (_log.All.Count == 0)
        {
            token.ThrowIfCancellationRequested();
            Tick();
            await Task.Yield();
        }

        _log.All[0].ShouldEndWith(" It did not answer within 00:00:30.");
        _engine.IsEnabled("on").ShouldBeTrue();
    }

    [Fact(Timeout = 300_000)]
    public async Task Stop_WithCountsLeft_ReportsThem()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        _flusher.Start();
        _engine.IsEnabled("on");

        await _flusher.StopAsync();
        await _flusher.StopAsync();

        _store.Taken["on"].Evaluations.ShouldBe(1);
        _store.Sent.Count.ShouldBe(1);
    }

    [Fact(Timeout = 300_000)]
    public async Task Stop_StoreThatNeverAnswers_EndsAtTheLimit()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        _store.Answer = UsageAnswer.None;
        _flusher.Start();
        _engine.IsEnabled("on");
        DateTimeOffset before = _clock.GetUtcNow();

        Task stopping = _flusher.StopAsync();
        while (!stopping.IsCompleted)
        {
            token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stopping;
        (_clock.GetUtcNow() - before).ShouldBeGreaterThanOrEqualTo(Pace.StopLimit);
        (await _log.NextAsync(token)).ShouldEndWith("It did not answer within 00:00:05.");
    }

    [Fact]
    public async Task Stop_BeforeItWasStarted_ReportsAllTheSame()
    {
        _engine.IsEnabled("on");

        await _flusher.StopAsync();

        _store.Taken["on"].Evaluations.ShouldBe(1);
    }

    private void Tick() => _clock.Advance(TimeSpan.FromSeconds(1));
}
