using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Following;
using Aurum.FlagGen.Hosting;
using Aurum.FlagGen.Tests.Evaluation;
using Aurum.FlagGen.Tests.Hosting;
using Aurum.FlagGen.Tests.Management;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>No loop ends before it is told to, whatever its store and its logger throw.</summary>
[Collection(Engine.DefaultEngineGroup.Name)]
public sealed class LoopFailureTests
{
    private static readonly FlagChange Change = new() { Actor = "test", Action = FlagActions.Create };

    private readonly FakeTimeProvider _clock = Given.Clock();
    private readonly UnreliableStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Refresher_StoreAndLoggerFail_GoesOnAndRecovers()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        FlagSetSync sync = new(_store, new FlagEngine(_clock));
        using FlagSetRefresher refresher = new(sync, _clock, new FailingLogger<FlagSetRefresher>(), RefreshPace.Default);
        _store.FailsToLoad = true;
        refresher.Start();
        await refresher.FirstAttempt.WaitAsync(Token);
        sync.Engine.StoreFault.ShouldBe("A UnforeseenException was thrown.");

        _store.FailsToLoad = false;
        _store.FailsToWatch = true;
        await SaveAsync("a");
        await UntilAsync(() => sync.Engine.IsEnabled("a"));
        _store.FailsToWatch = false;
        await SaveAsync("b");
        await UntilAsync(() => sync.Engine.IsEnabled("b") && sync.Engine.StoreFault is null);

    }

    /// <summary>The clock is the application's own, too.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Refresher_ClockFails_GoesOnByTheSystems()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        FlagSetSync sync = new(_store, new FlagEngine(_clock));
        using FlagSetRefresher refresher = new(sync, new FailingClock(), new FailingLogger<FlagSetRefresher>(), new RefreshPace(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2)));
        _store.FailsToLoad = true;
        refresher.Start();
        await refresher.FirstAttempt.WaitAsync(Token);
        _store.FailsToLoad = false;
        await SaveAsync("a");

        await UntilAsync(() => sync.Engine.IsEnabled("a"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Flusher_ClockFails_ReportsByTheSystems()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        FlagEngine engine = Given.Flags("'on':{'status':'enabled','default_value':true}", _clock);
        UsageReporter reporter = new(engine, _store, "1.0");
        using UsageFlusher flusher = new(reporter, new FailingClock(), new FailingLogger<UsageFlusher>(), new UsagePace(TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), TimeSpan.FromSeconds(5)));
        engine.IsEnabled("on");
        flusher.Start();

        await UntilAsync(() => _store.Reports > 0);
    }

    [Fact(Timeout = 120_000)]
    public async Task Refresher_WatchThatEnds_AsksNowAndThen()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        _store.EndsItsWatch = true;
        FlagSetSync sync = new(_store, new FlagEngine(_clock));
        using FlagSetRefresher refresher = new(sync, _clock, new FailingLogger<FlagSetRefresher>(), RefreshPace.Default);
        refresher.Start();
        await refresher.FirstAttempt.WaitAsync(Token);

        await SaveAsync("a");

        await UntilAsync(() => sync.Engine.IsEnabled("a"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Flusher_StoreAndLoggerFail_ReportsAllLater()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        FlagEngine engine = Given.Flags("'on':{'status':'enabled','default_value':true}", _clock);
        UsageReporter reporter = new(engine, _store, "1.0");
        FailingLogger<UsageFlusher> log = new();
        using UsageFlusher flusher = new(reporter, _clock, log, new UsagePace(TimeSpan.FromSeconds(30), TimeSpan.FromDays(40), TimeSpan.FromSeconds(5)));
        _store.FailsToCount = true;
        engine.IsEnabled("on");
        flusher.Start();
        await UntilAsync(() => log.Calls > 0);

        _store.FailsToCount = false;
        await UntilAsync(() => _store.Reports > 0);

        await flusher.StopAsync();
        (await _store.ReadUsageAsync(Token)).ShouldHaveSingleItem().Evaluations.ShouldBe(1);
    }

    [Fact(Timeout = 120_000)]
    public async Task Host_StoreLoggerAndContextFail_StartsAnswersAndStops()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        FlagCatalog catalog = FlagCatalog.Register(typeof(LoopFailureTests), """{ "flags": { "loop.missing": { "status": "enabled", "default_value": true } } }"""u8);
        _store.FailsToSave = true;
        _store.FailsToCount = true;
        ServiceCollection services = new();
        services.AddSingleton<ILoggerFactory>(new FailingLogger<object>());
        services.AddSingleton<ILogger<FlagGenHostedService>>(new FailingLogger<FlagGenHostedService>());
        services.AddSingleton<ILogger<FlagUsageHostedService>>(new FailingLogger<FlagUsageHostedService>());
        services.AddSingleton<DeclaredFlags>(new FixedDeclaredFlags(catalog));
        services.AddFlagGen().UseStore(_ => _store);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IHostedLifecycleService[] hosted = [.. provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>()];
        hosted.Length.ShouldBe(2);
        foreach (IHostedLifecycleService service in hosted)
        {
            await service.StartingAsync(Token);
            await service.StartedAsync(Token);
        }

        FlagEngine engine = provider.GetRequiredService<FlagEngine>();
        using (FlagContext.Use(static () => throw new InvalidOperationException("The session is gone.")))
        {
            engine.IsEnabled("loop.missing").ShouldBeTrue();
            engine.EvaluateAll().ShouldNotBeEmpty();
        }

        _store.FailsToSave = false;
        await SaveAsync("loop.saved");
        while (!engine.IsEnabled("loop.saved", FlagContext.Empty))
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        foreach (IHostedLifecycleService service in hosted)
        {
            await service.StoppedAsync(Token);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Stop_StoreThatHangs_EndsWithTheHostsPatience()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FlagSetSync sync = new(new HangingStore(asked), new FlagEngine(_clock));
        using FlagSetRefresher refresher = new(sync, _clock, new FailingLogger<FlagSetRefresher>(), RefreshPace.Default);
        refresher.Start();
        await asked.Task.WaitAsync(Token);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(1), _clock);
        Task stopping = refresher.StopAsync(patience.Token);

        _clock.Advance(TimeSpan.FromSeconds(2));

        await stopping.WaitAsync(Token);
    }

    [Fact(Timeout = 120_000)]
    public async Task Manager_StoreGoesAwayWithTheWrite_SaysThatItIsWritten()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(_store, null, _clock, new FailingLogger<object>(), Token);
        _store.FailsAfterSave = true;

        FeatureFlag written = await manager.CreateFlagAsync(new FeatureFlag { Key = "a", Status = FeatureFlagStatus.Enabled, DefaultValue = true }, "test", cancellationToken: Token);

        written.Version.ShouldBe(1);
        manager.Engine.IsEnabled("a").ShouldBeTrue();
    }

    [Fact(Timeout = 120_000)]
    public async Task Manager_StoreHangsWithTheWrite_SaysThatItIsWritten()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(_store, null, _clock, new FailingLogger<object>(), Token);
        _store.HangsAfterSave = true;

        Task<FeatureFlag> write = manager.CreateFlagAsync(
            new FeatureFlag { Key = "a", Status = FeatureFlagStatus.Enabled, DefaultValue = true }, "test", cancellationToken: Token).AsTask();
        await UntilAsync(() => write.IsCompleted);

        (await write).Version.ShouldBe(1);
        manager.Engine.IsEnabled("a").ShouldBeTrue();
    }

    /// <summary>A load that never ends holds up neither the next one nor what the health check says.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Refresher_LoadThatNeverEnds_IsGivenUpAndTriedAgain()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        FlagSetSync sync = new(_store, new FlagEngine(_clock), _clock);
        using FlagSetRefresher refresher = new(sync, _clock, new FailingLogger<FlagSetRefresher>(), RefreshPace.Default);
        FeatureFlagHealthCheck check = new(_store, sync.Engine);
        refresher.Start();
        await refresher.FirstAttempt.WaitAsync(Token);
        _store.HangsToLoad = true;
        await SaveAsync("a");

        await UntilAsync(() => sync.Engine.StoreFault is not null);
        HealthCheckResult health = await check.CheckHealthAsync(new HealthCheckContext(), Token);
        _store.HangsToLoad = false;
        await UntilAsync(() => sync.Engine.IsEnabled("a") && sync.Engine.StoreFault is null);

        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description.ShouldBe("The store UnreliableStore did not answer within 00:01:00.");
    }

    /// <summary>What was applied without a load is not taken back by a load that began before.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Sync_LoadThatBeganBeforeAWrite_IsRepeated()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        SlowStore store = new();
        FlagSetSync sync = new(store, new FlagEngine(_clock), _clock);
        await sync.RefreshAsync(Token);
        store.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Add("other");
        Task<FlagSet> refresh = sync.RefreshAsync(Token).AsTask();
        FeatureFlag written = store.Add("a");
        Task show = sync.ShowAsync(new Dictionary<string, FeatureFlag?> { ["a"] = written }).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await show.WaitAsync(Token);
        sync.Engine.IsEnabled("a").ShouldBeTrue();

        store.Gate.SetResult();

        (await refresh).Flags.Count.ShouldBe(2);
        sync.Engine.IsEnabled("a").ShouldBeTrue();
    }

    private async Task SaveAsync(string key) =>
        await _store.SaveAsync(new FeatureFlag { Key = key, Status = FeatureFlagStatus.Enabled, DefaultValue = true }, 0, Change, Token);

    private async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
