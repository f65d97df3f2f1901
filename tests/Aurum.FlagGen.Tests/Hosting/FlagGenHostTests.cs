using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Hosting;
using Aurum.FlagGen.Tests.Management;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Hosting;

[Collection(Engine.DefaultEngineGroup.Name)]
public sealed class FlagGenHostTests
{
    private static readonly FeatureFlag On = new() { Key = "host.a", Status = FeatureFlagStatus.Enabled, DefaultValue = true };
    private static readonly FlagChange Change = new() { Actor = "test", Action = FlagActions.Update };

    private readonly RecordingLogger<FlagGenHostedService> _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithAFile_LoadsItBeforeAnythingElseStarts()
    {
        using ManifestFolder folder = new("""{ "flags": { "host.a": { "status": "enabled", "default_value": true } } }""");
        bool? seen = null;
        using IHost host = Build(
            services =>
            {
                services.AddHostedService(provider => new StartProbe(() => seen = provider.GetRequiredService<FlagEngine>().IsEnabled("host.a")));
                services.AddFlagGen().UseFile(folder.Manifest);
            });

        await host.StartAsync(Token);

        seen.ShouldBe(true);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Start_TwoHosts_TheLastIsTheDefaultUntilItIsDisposed()
    {
        FlagEngine original = FlagEngine.Default;
        IHost first = Build(static services => services.AddFlagGen());
        await first.StartAsync(Token);
        FlagEngine.Default.ShouldBeSameAs(first.Services.GetRequiredService<FlagEngine>());
        IHost second = Build(static services => services.AddFlagGen());
        await second.StartAsync(Token);
        FlagEngine.Default.ShouldBeSameAs(second.Services.GetRequiredService<FlagEngine>());

        await DisposeAsync(second);
        FlagEngine.Default.ShouldBeSameAs(first.Services.GetRequiredService<FlagEngine>());

        await DisposeAsync(first);
        FlagEngine.Default.ShouldBeSameAs(original);
    }

    [Fact]
    public async Task Start_ManagerAndEngine_AreOfOneKind()
    {
        using IHost host = Build(static services => services.AddFlagGen().UseInMemory("""{ "flags": { "host.a": { "status": "disabled" } } }"""));
        await host.StartAsync(Token);
        FeatureFlagManager manager = host.Services.GetRequiredService<FeatureFlagManager>();

        await manager.UpdateFlagAsync(On, "test", cancellationToken: Token);

        manager.Engine.ShouldBeSameAs(host.Services.GetRequiredService<FlagEngine>());
        FlagEngine.Default.IsEnabled("host.a").ShouldBeTrue();
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Start_FaultyOptions_TellsAllFaultsAtOnce()
    {
        using IHost host = Build(static services => services.AddFlagGen(static options =>
        {
            options.Actor = " ";
            options.StartupTimeout = TimeSpan.Zero;
            options.RetryDelay = TimeSpan.FromSeconds(5);
            options.MaxRetryDelay = TimeSpan.FromSeconds(2);
            options.UsageInterval = TimeSpan.Zero;
            options.UsageStopTimeout = TimeSpan.FromDays(30);
            options.ApplicationVersion = new string('1', 65);
        }));

        OptionsValidationException exception = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(Token));

        exception.Failures.ShouldBe(
        [
            "FlagGenOptions.Actor is empty; give the name that the audit log shall show.",
            "FlagGenOptions.StartupTimeout is 00:00:00; give a time above zero and of at most 24 days.",
            "FlagGenOptions.MaxRetryDelay is 00:00:02, which is less than RetryDelay, 00:00:05; make it at least as long.",
            "FlagGenOptions.UsageInterval is 00:00:00; give a time above zero and of at most 24 days.",
            "FlagGenOptions.UsageStopTimeout is 30.00:00:00; give a time above zero and of at most 24 days.",
            $"FlagGenOptions.ApplicationVersion is '{new string('1', 65)}'; give at most 64 characters on one line.",
        ]);
    }

    [Fact]
    public async Task Start_BrokenFile_StartsServesAndRecovers()
    {
        using ManifestFolder folder = new("{ \"flags\": { \"host.a\" } }");
        using IHost host = Build(services => services.AddFlagGen().UseFile(folder.Manifest));
        FlagEngine engine = host.Services.GetRequiredService<FlagEngine>();

        await host.StartAsync(Token);

        engine.IsEnabled("host.a").ShouldBeFalse();
        engine.StoreFault.ShouldNotBeNull().ShouldStartWith($"{folder.Manifest}(1,");
        (await _log.NextAsync(Token)).ShouldStartWith($"Warning: FileFeatureFlagStore failed before it gave any flags; the flags of the manifests are in force, and it is asked again. {folder.Manifest}(1,");
        folder.ReplaceBy("""{ "flags": { "host.a": { "status": "enabled", "default_value": true } } }""");
        (await _log.NextAsync(Token)).ShouldStartWith("Information: FileFeatureFlagStore answers again");
        engine.IsEnabled("host.a").ShouldBeTrue();
        engine.StoreFault.ShouldBeNull();
        await host.StopAsync(Token);
    }

    [Fact(Timeout = 30_000)]
    public async Task Run_StoreAwayForAWhile_KeepsTheLastFlagsAndLogsOnceEachWay()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch);
        InMemoryFeatureFlagStore inner = new(clock);
        FeatureFlag stored = await inner.SaveAsync(On, 0, Change, Token);
        BreakingStore store = new(inner);
        using IHost host = Build(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddFlagGen(static options => options.CreateMissingFlags = false).UseStore(_ => store);
        });
        await host.StartAsync(Token);
        FlagEngine engine = host.Services.GetRequiredService<FlagEngine>();

        store.IsAway = true;
        await inner.SaveAsync(On with { Status = FeatureFlagStatus.Disabled }, stored.Version, Change, Token);
        (await _log.NextAsync(Token)).ShouldContain("The test's store is away; bring it back.");
        engine.IsEnabled("host.a").ShouldBeTrue();
        engine.Evaluate("host.a").IsStale.ShouldBeTrue();

        store.IsAway = false;
        while (engine.StoreFault is not null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await _log.NextAsync(Token)).ShouldContain("answers again");
        engine.IsEnabled("host.a").ShouldBeFalse();
        _log.All.Count.ShouldBe(2);
        await host.StopAsync(Token);
    }

    [Fact(Timeout = 30_000)]
    public async Task Start_StoreThatDoesNotAnswer_GoesOnAfterTheTimeout()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch);
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using IHost host = Build(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddFlagGen().UseStore(_ => new SilentStore(asked));
        });

        Task starting = host.StartAsync(Token);
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2), Token);
        while (!starting.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await starting;
        _log.All.ShouldBe(["Warning: SilentStore has not answered for 00:00:10; the application starts with the flags of its manifests."]);
        host.Services.GetRequiredService<FlagEngine>().StoreFault.ShouldBe("The store SilentStore did not answer within 00:00:10.");
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Start_MissingFlags_AreCreatedOnceAndThoseThereAreKept()
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(FlagGenHostTests), """
            { "flags": { "host.missing": { "status": "enabled", "default_value": true }, "host.there": { "status": "enabled", "default_value": true } } }
            """u8);
        InMemoryFeatureFlagStore store = InMemoryFeatureFlagStore.FromManifest("""{ "flags": { "host.there": { "status": "disabled", "default_value": true } } }""");
        for (int start = 0; start < 2; start++)
        {
            using IHost host = Build(services =>
            {
                services.AddSingleton<DeclaredFlags>(new FixedDeclaredFlags(catalog));
                services.AddFlagGen().UseStore(_ => store);
            });
            await host.StartAsync(Token);
            FlagEngine engine = host.Services.GetRequiredService<FlagEngine>();
            engine.IsEnabled("host.missing").ShouldBeTrue();
            engine.IsEnabled("host.there").ShouldBeFalse();
            await host.StopAsync(Token);
        }

        AuditEntry entry = (await store.ReadAuditAsync(new AuditQuery(), Token)).Entries.ShouldHaveSingleItem();
        (entry.Key, entry.Actor, entry.Action).ShouldBe(("host.missing", "startup", "create"));
        (await store.GetAsync("host.missing", Token))!.CreatedBy.ShouldBe("startup");
    }

    [Fact]
    public async Task Start_MissingFlags_AreNeverWrittenIntoAFile()
    {
        const string Text = """{ "flags": { } }""";
        FlagCatalog catalog = FlagCatalog.Register(typeof(FlagGenHostTests), """{ "flags": { "host.missing": { "status": "enabled", "default_value": true } } }"""u8);
        using ManifestFolder folder = new(Text);
        using IHost host = Build(services =>
        {
            services.AddSingleton<DeclaredFlags>(new FixedDeclaredFlags(catalog));
            services.AddFlagGen().UseFile(folder.Manifest);
        });

        await host.StartAsync(Token);

        folder.Text.ShouldBe(Text);
        host.Services.GetRequiredService<FlagEngine>().IsEnabled("host.missing").ShouldBeTrue();
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Stop_HostWithAFile_LeavesNoTimerAndNoWatcher()
    {
        CountingTimeProvider clock = new();
        using ManifestFolder folder = new("""{ "flags": { } }""");
        IHost host = Build(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddFlagGen().UseFile(folder.Manifest);
        });
        await host.StartAsync(Token);
        clock.Open.ShouldBeGreaterThan(0);

        await host.StopAsync(Token);
        await DisposeAsync(host);

        clock.Open.ShouldBe(0);
    }

    [Fact]
    public async Task Start_WithScenarios_KeepsThemBesideTheStoreThatWasNamed()
    {
        using ManifestFolder folder = new("""{ "flags": { "host.a": { "status": "disabled" } } }""");
        InMemoryFeatureFlagStore scenarios = new();
        FlagCatalog catalog = FlagCatalog.Register(typeof(FlagGenHostTests), """{ "flags": { "host.missing": { "status": "enabled", "default_value": true } } }"""u8);
        using IHost host = Build(services =>
        {
            services.AddSingleton<DeclaredFlags>(new FixedDeclaredFlags(catalog));
            services.AddFlagGen().UseFile(folder.Manifest).UseScenarios(_ => scenarios);
        });
        await host.StartAsync(Token);
        FeatureFlagManager manager = host.Services.GetRequiredService<FeatureFlagManager>();

        await manager.CreateFlagAsync(On with { Key = "scenario:s:host.a" }, "test", cancellationToken: Token);

        (await manager.IsEnabledAsync("host.a", new Dictionary<string, object?>(), new Dictionary<string, object?> { ["scenario_id"] = "s" })).ShouldBeTrue();
        (await manager.IsEnabledAsync("host.a", new Dictionary<string, object?>())).ShouldBeFalse();
        (await scenarios.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Key.ShouldBe("scenario:s:host.a");
        folder.Text.ShouldNotContain("host.missing");
        await host.StopAsync(Token);
    }

    [Fact]
    public void UseScenarios_StoreByType_IsMadeByTheContainer()
    {
        ServiceCollection services = new();
        services.AddFlagGen().UseStore<InMemoryFeatureFlagStore>().UseScenarios(static _ => new InMemoryFeatureFlagStore());
        using ServiceProvider provider = services.BuildServiceProvider();

        ScenarioFeatureFlagAdapter adapter = provider.GetRequiredService<IFeatureFlagStore>().ShouldBeOfType<ScenarioFeatureFlagAdapter>();

        adapter.Generic.ShouldBeOfType<InMemoryFeatureFlagStore>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_HostThatEvaluated_ReportsWhatIsLeftUnlessToldNotTo(bool reports)
    {
        InMemoryFeatureFlagStore store = InMemoryFeatureFlagStore.FromManifest("""{ "flags": { "host.a": { "status": "enabled", "default_value": true } } }""");
        using IHost host = Build(services => services.AddFlagGen(options =>
        {
            options.CreateMissingFlags = false;
            options.ReportUsage = reports;
            options.ApplicationVersion = "3.1";
        }).UseStore(_ => store));
        await host.StartAsync(Token);
        host.Services.GetRequiredService<FlagEngine>().IsEnabled("host.a");

        await host.StopAsync(Token);

        IReadOnlyList<FlagUsage> usage = await store.ReadUsageAsync(Token);
        usage.Select(static flag => (flag.Key, flag.Evaluations, flag.LastVersion)).ShouldBe(reports ? [("host.a", 1L, "3.1")] : []);
    }

    [Fact]
    public void AddFlagGen_Twice_AddsNothingTwice()
    {
        ServiceCollection services = new();
        services.AddFlagGen();
        services.AddFlagGen().UseInMemory();

        services.Count(static service => service.ServiceType == typeof(IFeatureFlagStore)).ShouldBe(1);
        services.Count(static service => service.ImplementationType == typeof(FlagGenHostedService)).ShouldBe(1);
    }

    [Fact]
    public async Task UseFile_RelativePath_IsFoundBelowTheContentRootFirstThenBesideTheApplication()
    {
        RecordingLogger<FileFeatureFlagStore> log = new();
        using ManifestFolder root = new("""{ "flags": { "host.a": { } } }""");
        string name = $"host-tests-{Guid.NewGuid():N}.json";
        string beside = Path.Combine(AppContext.BaseDirectory, name);
        await File.WriteAllTextAsync(beside, """{ "flags": { } }""", Token);
        List<string> used = [];
        try
        {
            foreach (string path in (string[])["flags.json", name, "nowhere.json"])
            {
                HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = root.Path });
                builder.Services.AddSingleton<ILogger<FileFeatureFlagStore>>(log);
                builder.Services.AddFlagGen().UseFile(path);
                using IHost host = builder.Build();
                FileFeatureFlagStore store = host.Services.GetRequiredService<IFeatureFlagStore>().ShouldBeOfType<FileFeatureFlagStore>();
                used.Add(store.Path);
                if (path == "nowhere.json")
                {
                    FeatureFlagStoreException fault = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));
                    fault.Message.ShouldStartWith(
                        $"The flag file '{Path.Combine(root.Path, path)}' does not exist, and neither does '{Path.Combine(AppContext.BaseDirectory, path)}'; create it");
                }
            }
        }
        finally
        {
            File.Delete(beside);
        }

        used.ShouldBe([root.Manifest, beside, Path.Combine(root.Path, "nowhere.json")]);
        log.All.ShouldContain($"Information: The flags are kept in '{root.Manifest}'.");
        log.All.ShouldContain($"Information: The flags are kept in '{beside}'.");
    }

    [Fact]
    public async Task HealthCheck_EachStore_SaysHowItIs()
    {
        using ManifestFolder folder = new("""{ "flags": { "host.a": { } } }""");
        foreach (Action<FlagGenBuilder> use in (Action<FlagGenBuilder>[])[builder => builder.UseFile(folder.Manifest), static builder => builder.UseInMemory()])
        {
            using IHost host = Build(services =>
            {
                services.AddLogging();
                use(services.AddFlagGen(static options => options.CreateMissingFlags = false));
                services.AddHealthChecks().AddFeatureFlags();
            });
            HealthCheckService health = host.Services.GetRequiredService<HealthCheckService>();
            (await health.CheckHealthAsync(Token)).Entries["feature_flags"].Status.ShouldBe(HealthStatus.Unhealthy);

            await host.StartAsync(Token);
            HealthReportEntry entry = (await health.CheckHealthAsync(Token)).Entries["feature_flags"];
            entry.Status.ShouldBe(HealthStatus.Healthy);
            entry.Data.ContainsKey("age_seconds").ShouldBe(host.Services.GetRequiredService<IFeatureFlagStore>() is FileFeatureFlagStore);

            host.Services.GetRequiredService<FlagEngine>().StoreFault = "The store is away.";
            (await health.CheckHealthAsync(Token)).Entries["feature_flags"].Status.ShouldBe(HealthStatus.Degraded);
            await host.StopAsync(Token);
        }
    }

    private static async Task DisposeAsync(IHost host)
    {
        await host.StopAsync(Token);
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private IHost Build(Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<ILogger<FlagGenHostedService>>(_log);
        builder.Services.AddSingleton<DeclaredFlags>(FixedDeclaredFlags.None);
        configure(builder.Services);
        return builder.Build();
    }
}
