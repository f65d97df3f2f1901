using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Following;
using Aurum.FlagGen.Hosting;
using Aurum.FlagGen.Management;
using Aurum.FlagGen.Tests.Management;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>
/// The clock is the application's own: one that fails ends no loop, no start and no process, and leaves no store behind
/// its file.
/// </summary>
[Collection(Engine.DefaultEngineGroup.Name)]
public sealed class ClockFailureTests
{
    private const string On = """{ "flags": { "a": { "status": "enabled", "default_value": true } } }""";

    private static readonly FlagChange Change = new() { Actor = "test", Action = FlagActions.Create };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Clock_ThatFails_IsTheSystems()
    {
        TimeProvider clock = GuardedClock.For(new FailingClock());
        DateTimeOffset before = TimeProvider.System.GetUtcNow();

        clock.GetUtcNow().ShouldBeInRange(before, before + TimeSpan.FromHours(1));
        clock.GetElapsedTime(clock.GetTimestamp()).ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Clock_ThatWorks_IsTheApplications()
    {
        FakeTimeProvider application = new();
        TimeProvider clock = GuardedClock.For(application);
        int calls = 0;
        using ITimer timer = clock.CreateTimer(_ => calls++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        long start = clock.GetTimestamp();

        application.Advance(TimeSpan.FromMinutes(1));

        clock.GetUtcNow().ShouldBe(application.GetUtcNow());
        clock.GetElapsedTime(start).ShouldBe(TimeSpan.FromMinutes(1));
        calls.ShouldBe(1);
        GuardedClock.For(clock).ShouldBeSameAs(clock);
        GuardedClock.For(TimeProvider.System).ShouldBeSameAs(TimeProvider.System);
    }

    /// <summary>
    /// Timestamps count from wherever a clock likes: its own and the system's must not meet in one difference.
    /// </summary>
    [Fact]
    public void Timestamp_ClockFailsLater_GoesOnFromItsLast()
    {
        FlickeringClock application = new();
        TimeProvider clock = GuardedClock.For(application);
        long start = clock.GetTimestamp();
        application.Fails = true;

        clock.GetElapsedTime(start).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    [Fact(Timeout = 120_000)]
    public async Task Timer_ThatCannotBeSet_IsReplacedByTheSystems()
    {
        TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ITimer timer = GuardedClock.For(new ReluctantClock()).CreateTimer(_ => called.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).ShouldBeTrue();

        await called.Task.WaitAsync(TestContext.Current.CancellationToken);
        timer.Dispose();
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).ShouldBeFalse();
    }

    [Fact(Timeout = 120_000)]
    public async Task Refresher_TimersThatCannotBeDisposed_GoesOn()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        UnreliableStore store = new() { FailsToLoad = true };
        FlagSetSync sync = new(store, new FlagEngine());
        using FlagSetRefresher refresher = new(
            sync, new ReluctantClock(), new FailingLogger<FlagSetRefresher>(), new RefreshPace(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2)));
        refresher.Start();
        await refresher.FirstAttempt.WaitAsync(Token);

        store.FailsToLoad = false;
        await store.SaveAsync(new FeatureFlag { Key = "a", Status = FeatureFlagStatus.Enabled, DefaultValue = true }, 0, Change, Token);

        while (!sync.Engine.IsEnabled("a"))
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Host_ClockFails_Starts()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FailingClock());
        services.AddSingleton<DeclaredFlags>(new FixedDeclaredFlags());
        services.AddFlagGen().UseInMemory(On);
        await using ServiceProvider provider = services.BuildServiceProvider();
        foreach (IHostedLifecycleService service in provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(Token);
        }

        provider.GetRequiredService<FlagEngine>().IsEnabled("a", FlagContext.Empty).ShouldBeTrue();
    }

    [Fact]
    public async Task FileStore_ClockFails_LoadsAndWrites()
    {
        using ManifestFolder folder = new(On);
        using FileFeatureFlagStore store = new(folder.Manifest, new FailingClock());

        FeatureFlag flag = (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem();
        await store.SaveAsync(flag with { Description = "Changed" }, flag.Version, Change, Token);

        (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Description.ShouldBe("Changed");
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
    }

    [Fact]
    public async Task MemoryStore_ClockFails_WritesTheFlagAndItsEntry()
    {
        InMemoryFeatureFlagStore store = new(new FailingClock());

        await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token);

        (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem();
        (await store.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(1);
    }

    private sealed class FlickeringClock : TimeProvider
    {
        public bool Fails { get; set; }

        public override long GetTimestamp() => Fails ? throw new InvalidOperationException("The clock is gone.") : base.GetTimestamp() + (TimeSpan.TicksPerDay * 10_000);
    }
}
