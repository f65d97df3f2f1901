using System.Diagnostics.Metrics;
using Aurum.FlagGen.Tests.Evaluation;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>Evaluating and tracking throw nothing, whatever the logger, the listener, the context or the clock of the application do.</summary>
public sealed class EvaluationFailureTests
{
    private const string Manifest = """
        { "flags": {
          "plain": { "status": "enabled", "default_value": true },
          "asks": { "status": "conditional", "default_value": true, "rules": [ { "name": "r", "conditions": { "x": 1 } } ] },
          "faulty": { "status": "conditional", "rules": [ { "name": "r", "required_flags": ["gone"] } ] }
        } }
        """;

    private static readonly FlagContext Broken = FlagContext.From(new FailingContext());

    [Theory]
    [InlineData(LogLevel.Trace, false)]
    [InlineData(LogLevel.Warning, false)]
    [InlineData(LogLevel.Trace, true)]
    public async Task Logger_ThatFails_ComesOutOfNothing(LogLevel level, bool whenAsked)
    {
        FailingLogger<FlagEngine> log = new(level) { FailsWhenAsked = whenAsked };
        FlagEngine engine = new(Given.Clock(), log);
        engine.Publish(await ReadAsync());

        AskEverything(engine, context: null);
        AskEverything(engine, Broken);

        log.Calls.ShouldBe(whenAsked ? 0 : log.Calls);
        (log.Calls > 0).ShouldBe(!whenAsked);
        engine.IsEnabled("plain").ShouldBeTrue();
    }

    [Theory]
    [InlineData(LogLevel.None)]
    [InlineData(LogLevel.Trace)]
    public async Task AmbientContext_ThatFails_ComesOutOfNothing(LogLevel level)
    {
        Listener listener = new();
        FlagEngine engine = new(Given.Clock(), new FailingLogger<FlagEngine>(level), [listener]);
        engine.Publish(await ReadAsync());
        using (FlagContext.Use(static () => throw new InvalidOperationException("The session is gone.")))
        {
            AskEverything(engine, context: null);

            engine.Evaluate("asks").ErrorCode.ShouldBe(EvaluationErrorCode.General);
            Dictionary<string, FlagEvaluation<FlagValue>> all = engine.EvaluateAll().ToDictionary(static evaluation => evaluation.Key);
            all["asks"].ErrorCode.ShouldBe(EvaluationErrorCode.General);
            all["asks"].Value.ShouldBe(false, "A conditional flag falls back to its off value.");
            all["plain"].ErrorCode.ShouldBe(EvaluationErrorCode.None);
            engine.Explain("plain").ErrorCode.ShouldBe(EvaluationErrorCode.None);
        }

        listener.Events.ShouldNotBeEmpty();
        listener.Events.ShouldAllBe(static tracked => ReferenceEquals(tracked.Context, FlagContext.Empty));
    }

    [Fact]
    public async Task Listener_ThatFails_IsLoggedOnceForEachVersion()
    {
        RecordingLogger<FlagEngine> log = new();
        Listener second = new();
        FlagEngine engine = new(Given.Clock(), new SingleLoggerFactory(new Quiet(log)), [new FailingListener(), second]);
        FlagSet set = await ReadAsync();
        engine.Publish(set);
        for (int i = 0; i < 5; i++)
        {
            engine.Track("plain", FlagContext.Empty, "click");
        }

        engine.Publish(set with { Version = "2" });
        engine.Track("plain", FlagContext.Empty, "click");

        log.All.Count(static line => line.Contains("listener", StringComparison.Ordinal)).ShouldBe(2);
        second.Events.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Listener_ThatTracksItself_Ends()
    {
        FlagEngine? engine = null;
        int heard = 0;
        engine = new FlagEngine(listeners: [new Calling(() =>
        {
            heard++;
            engine!.Track("plain", FlagContext.Empty, "echo");
        })]);
        engine.Publish(await ReadAsync());

        engine.Track("plain", FlagContext.Empty, "click");

        heard.ShouldBeInRange(1, 100);
    }

    [Fact]
    public async Task Logger_ThatAsksForFlags_Ends()
    {
        FlagEngine? engine = null;
        int asked = 0;
        engine = new FlagEngine(Given.Clock(), new SingleLoggerFactory(new Asking(() =>
        {
            asked++;
            engine?.IsEnabled("plain");
        })));
        engine.Publish(await ReadAsync());

        engine.IsEnabled("plain").ShouldBeTrue();

        asked.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task MeterListener_ThatFails_ComesOutOfNothing()
    {
        using MeterListener meters = new();
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlagGenDiagnostics.MeterName && instrument.Name != FlagGenDiagnostics.PatternTimeoutsName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        AsyncLocal<bool> isHere = new() { Value = true };
        meters.SetMeasurementEventCallback<long>((_, _, _, _) => _ = isHere.Value ? throw new InvalidOperationException("The exporter is gone.") : 0);
        meters.Start();
        FlagEngine engine = new(Given.Clock(), new FailingLogger<FlagEngine>(), [new FailingListener()]);
        engine.Publish(await ReadAsync());

        AskEverything(engine, Broken);
    }

    [Fact]
    public async Task Clock_ThatFails_ComesOutOfNothing()
    {
        FlagEngine engine = new(new FailingClock(), listeners: [new Listener()]);
        engine.Publish(await InMemoryFeatureFlagStore.FromManifest("""
            { "flags": { "timed": { "status": "conditional", "default_value": true, "rules": [ { "name": "r", "value": false, "active_from": "2026-01-01T00:00:00Z" } ] },
                         "old": { "status": "enabled", "default_value": true, "expires": "2026-01-01" } } }
            """).LoadAsync(TestContext.Current.CancellationToken));

        AskEverything(engine, FlagContext.Empty);

        engine.Evaluate("timed").ErrorCode.ShouldBe(EvaluationErrorCode.General);
    }

    [Fact]
    public async Task Publish_FaultThatWasTold_IsToldAgainOnlyWhenItChangedOrCameBack()
    {
        RecordingLogger<FlagEngine> log = new();
        FlagEngine engine = new(Given.Clock(), new SingleLoggerFactory(new Quiet(log)));
        FlagSet faulty = await ReadAsync();
        FlagSet sound = faulty with { Version = "sound", Flags = [.. faulty.Flags.Where(static flag => flag.Key != "faulty")] };
        FlagSet other = faulty with
        {
            Version = "other",
            Flags = [.. sound.Flags, new FeatureFlag { Key = "faulty", Status = FeatureFlagStatus.Conditional, Rules = [new FeatureFlagRule { Name = "r", RequiredFlags = ["gone too"] }] }],
        };
        List<int> told = [];
        foreach (FlagSet set in (FlagSet[])[faulty, faulty with { Version = "2" }, faulty with { Version = "3" }, other, sound, faulty])
        {
            engine.Publish(set);
            told.Add(log.All.Count);
        }

        told.ShouldBe([1, 1, 1, 2, 2, 3]);
        log.All[0].ShouldStartWith("Warning: Flag faulty, rule r: ");
    }

    private static void AskEverything(FlagEngine engine, FlagContext? context)
    {
        foreach (string key in (string[])["plain", "asks", "faulty", "timed", "old", "missing"])
        {
            engine.IsEnabled(key, context);
            engine.GetVariant(key, context);
            engine.Evaluate(key, context);
            engine.GetBooleanDetails(key, false, context);
            engine.Explain(key, context).ToString();
            engine.Track(key, context, "click");
        }

        engine.EvaluateAll(context);
        engine.EvaluateAll(context, new FlagEvaluation<FlagValue>[1]);
    }

    private static async Task<FlagSet> ReadAsync() => await InMemoryFeatureFlagStore.FromManifest(Manifest).LoadAsync(TestContext.Current.CancellationToken);

    private sealed class Listener : IFlagEventListener
    {
        public List<FlagEvent> Events { get; } = [];

        public void OnTracked(in FlagEvent flagEvent) => Events.Add(flagEvent);
    }

    private sealed class FailingListener : IFlagEventListener
    {
        public void OnTracked(in FlagEvent flagEvent) => throw new InvalidOperationException("The listener is broken.");
    }

    private sealed class Calling(Action act) : IFlagEventListener
    {
        public void OnTracked(in FlagEvent flagEvent) => act();
    }

    private sealed class Asking(Action act) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel)
        {
            act();
            return true;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => act();
    }

    /// <summary>Above Debug only.</summary>
    private sealed class Quiet(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel > LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception, formatter);
    }
}
