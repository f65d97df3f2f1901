using Aurum.FlagGen.Redis.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen.Redis.Tests.Hosting;

public sealed class RedisHostTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Host_ChangeInOne_TakesEffectInTheOther()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        using IHost one = await StartAsync(server.Configuration, name);
        using IHost other = await StartAsync(server.Configuration, name);
        FeatureFlagManager manager = one.Services.GetRequiredService<FeatureFlagManager>();
        FlagEngine engine = other.Services.GetRequiredService<FlagEngine>();

        await manager.CreateFlagAsync(new FeatureFlag { Key = "new.nav", Status = FeatureFlagStatus.Enabled, DefaultValue = FlagValue.From(true) }, "ada");
        await Until(() => engine.IsEnabled("new.nav"));
        await manager.UpdateStatusAsync("new.nav", FeatureFlagStatus.Disabled, "ada");
        await Until(() => !engine.IsEnabled("new.nav"));

        HealthReport report = await other.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        report.Entries["feature_flags"].Status.ShouldBe(HealthStatus.Healthy);
        await one.StopAsync();
        await other.StopAsync();
    }

    [Fact]
    public async Task Host_StoreAway_StartsAllTheSameAndSaysSo()
    {
        using IHost host = await StartAsync(Unreachable.Configuration, RedisStores.NewNamespace(), static options => options.Startup = RedisStartupMode.ManifestDefaults);

        FlagEngine engine = host.Services.GetRequiredService<FlagEngine>();
        engine.StoreFault.ShouldNotBeNull();
        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        report.Entries["feature_flags"].Status.ShouldBe(HealthStatus.Unhealthy);
        report.Entries["feature_flags"].Description.ShouldNotBeNullOrEmpty();
        await host.StopAsync();
    }

    [Fact]
    public async Task Host_FaultyOptions_DoesNotStart()
    {
        OptionsValidationException exception = await Should.ThrowAsync<OptionsValidationException>(async () =>
        {
            using IHost host = await StartAsync("localhost", "two words");
        });

        exception.Message.ShouldContain("Namespace is 'two words'");
    }

    [Fact]
    public void UseRedis_BesideAnotherStore_IsRefusedAndNamesBoth()
    {
        ServiceCollection before = new();
        ServiceCollection after = new();
        before.AddFlagGen().UseInMemory();
        after.AddFlagGen().UseRedis("localhost", "shop");

        Should.Throw<InvalidOperationException>(() => before.AddFlagGen().UseRedis("localhost", "shop")).Message
            .ShouldStartWith("UseRedis names a store for the flags, and UseInMemory has named one before;");
        Should.Throw<InvalidOperationException>(() => after.AddFlagGen().UseInMemory()).Message
            .ShouldStartWith("UseInMemory names a store for the flags, and UseRedis has named one before;");
        before.ShouldNotContain(static service => service.ServiceType == typeof(IConfigureOptions<RedisStoreOptions>));
    }

    private static async Task<IHost> StartAsync(string configuration, string name, Action<RedisStoreOptions>? configure = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddFlagGen().UseRedis(configuration, name, options =>
        {
            options.ReadTimeout = Limit;
            options.WriteTimeout = Limit;
            options.StartupTimeout = Limit;
            configure?.Invoke(options);
        });
        builder.Services.AddHealthChecks().AddFeatureFlags();
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static Task Until(Func<bool> condition) => RedisCluster.WaitUntilAsync(() => Task.FromResult(condition()));
}
