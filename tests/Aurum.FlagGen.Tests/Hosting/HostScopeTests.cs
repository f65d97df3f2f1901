using System.Text;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Hosting;
using Aurum.FlagGen.Tests.Flags;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Tests.Hosting;

/// <summary>Which host serves which manifest, and what it tells at its start.</summary>
[Collection(Engine.DefaultEngineGroup.Name)]
public sealed class HostScopeTests
{
    private readonly RecordingLogger<FlagGenHostedService> _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoHosts_EachWithAManifest_ServeTheirOwn()
    {
        FlagCatalog billing = Register("host-billing", "two.hosts", isOn: false);
        FlagCatalog shipping = Register("host-shipping", "two.hosts", isOn: false);
        BooleanFlag billed = new(null, billing.Slots[0]);
        BooleanFlag shipped = new(null, shipping.Slots[0]);

        IHost first = await StartAsync("""{ "flags": { "two.hosts": { "status": "enabled", "default_value": true } } }""", billing);
        (billed.IsEnabled(), shipped.IsEnabled()).ShouldBe((true, false));

        IHost second = await StartAsync("""{ "flags": { "two.hosts": { "status": "disabled", "default_value": true } } }""", shipping);
        (billed.IsEnabled(), shipped.IsEnabled()).ShouldBe((true, false));
        FlagEngine.Default.ShouldBeSameAs(second.Services.GetRequiredService<FlagEngine>());

        await DisposeAsync(first);
        (billed.IsEnabled(), shipped.IsEnabled()).ShouldBe((false, false));
        await DisposeAsync(second);
    }

    [Fact]
    public async Task HostWithoutAManifest_ServesWhatNoOtherNames()
    {
        FlagCatalog billing = Register("host-named", "named.key", isOn: false);
        FlagCatalog shipping = Register("host-unnamed", "unnamed.key", isOn: false);
        BooleanFlag billed = new(null, billing.Slots[0]);
        BooleanFlag shipped = new(null, shipping.Slots[0]);
        const string On = """{ "flags": { "named.key": { "status": "enabled", "default_value": true }, "unnamed.key": { "status": "enabled", "default_value": true } } }""";

        IHost any = await StartAsync(On);
        (billed.IsEnabled(), shipped.IsEnabled()).ShouldBe((true, true));

        IHost named = await StartAsync("""{ "flags": { } }""", billing);
        (billed.IsEnabled(), shipped.IsEnabled()).ShouldBe((false, true));

        await DisposeAsync(any);
        (billed.IsEnabled(), shipped.IsEnabled()).ShouldBe((false, false));
        await DisposeAsync(named);
    }

    [Fact]
    public async Task HostWithoutAManifest_HasAFlagOfItsOwnWhereAnotherHostNamesOne()
    {
        FlagCatalog billing = FlagCatalog.Register(typeof(HostScopeTests), Encoding.UTF8.GetBytes(
            """{ "scope": "host-typed", "flags": { "typed.flow": { "type": "variant", "variants": ["a", "b"], "status": "enabled", "default_value": "a" } } }"""));
        IHost any = await StartAsync("""{ "flags": { "typed.flow": { "status": "enabled", "default_value": true } } }""");
        FlagEngine engine = any.Services.GetRequiredService<FlagEngine>();
        engine.GetBooleanDetails("typed.flow", defaultValue: false).ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);

        IHost named = await StartAsync("""{ "flags": { } }""", billing);

        engine.GetBooleanDetails("typed.flow", defaultValue: false).Value.ShouldBeTrue();
        engine.Faults.ShouldNotContain(static fault => fault.FlagKey == "typed.flow");
        engine.Evaluate(billing.Slots[0], null).ErrorCode.ShouldBe(EvaluationErrorCode.None);

        await DisposeAsync(named);
        engine.GetBooleanDetails("typed.flow", defaultValue: false).ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
        await DisposeAsync(any);
    }

    [Fact]
    public async Task HostWithoutAManifest_DoesNotListTheFlagsOfOneThatAnotherNames()
    {
        IHost any = await StartAsync("""{ "flags": { "listed.own": { "status": "disabled" } } }""");
        FlagCatalog billing = Register("host-listed", "listed.other", isOn: true);
        IHost named = await StartAsync("""{ "flags": { } }""", billing);
        FlagEngine engine = any.Services.GetRequiredService<FlagEngine>();

        engine.EvaluateAll().Select(static one => one.Key).ShouldContain("listed.own");
        engine.EvaluateAll().Select(static one => one.Key).ShouldNotContain("listed.other");
        engine.Serves(billing.Scope).ShouldBeFalse();

        await DisposeAsync(named);
        engine.Serves(billing.Scope).ShouldBeTrue();
        await DisposeAsync(any);
    }

    [Fact]
    public async Task HostWithAManifest_CreatesItsFlagsAndNoOthers()
    {
        FlagCatalog billing = Register("host-creates", "created.here", isOn: true);
        Register("host-other", "created.elsewhere", isOn: true);
        InMemoryFeatureFlagStore store = new();

        IHost host = await StartAsync(_ => store, billing);

        (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Key.ShouldBe("created.here");
        await DisposeAsync(host);
    }

    [Fact]
    public async Task OneHost_WithTwoScopesThatShareAKey_DoesNotStart()
    {
        FlagCatalog billing = Register("host-a", "clashing.key", isOn: true);
        FlagCatalog shipping = Register("host-b", "clashing.key", isOn: true);
        FlagEngine before = FlagEngine.Default;
        using IHost host = Build(static _ => new InMemoryFeatureFlagStore(), [billing, shipping]);

        InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync(Token));

        refusal.Message.ShouldContain("'clashing.key'");
        refusal.Message.ShouldContain("scope 'host-a'");
        refusal.Message.ShouldContain("scope 'host-b'");
        FlagEngine.Default.ShouldBeSameAs(before);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task OneHost_WithOneScopeDeclaredTwice_StartsIfBothDeclareTheSame(bool other, bool isRefused)
    {
        FlagCatalog one = Register("host-same" + other, "same.key", isOn: true);
        FlagCatalog two = Register("host-same" + other, "same.key", isOn: other);
        using IHost host = Build(static _ => new InMemoryFeatureFlagStore(), [one, two]);

        Exception? refusal = await Record.ExceptionAsync(() => host.StartAsync(Token));

        (refusal is InvalidOperationException).ShouldBe(isRefused);
        await DisposeAsync(host);
    }

    [Fact]
    public async Task Start_WhereTheStoreDecidesOtherwise_TellsOnceHowManyAndWhich()
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(HostScopeTests), Encoding.UTF8.GetBytes(
            $$"""{ "scope": "host-differs", "flags": { {{string.Join(", ", Enumerable.Range(1, 12).Select(static i => $$""" "differs.f{{i}}": { "status": "enabled", "default_value": true } """))}}, "differs.same": { "status": "disabled" } } }"""));
        string stored = string.Join(", ", Enumerable.Range(1, 12).Select(static i => $$""" "differs.f{{i}}": { "status": "disabled", "default_value": true } """));
        IHost host = await StartAsync($$"""{ "flags": { {{stored}}, "differs.same": { "description": "Described otherwise", "status": "disabled" } } }""", catalog);

        string line = _log.All.ShouldHaveSingleItem();
        line.ShouldStartWith("Information: 12 of the 13 flags that the manifest declares are decided otherwise by InMemoryFeatureFlagStore: differs.f1, differs.f2,");
        line.ShouldContain("differs.f10 and 2 more.");
        line.ShouldContain("PushDefinitionsAsync");
        await DisposeAsync(host);
    }

    [Fact]
    public async Task Start_WhereTheFileDecidesOtherwise_NamesTheFile()
    {
        FlagCatalog catalog = Register("host-file", "file.key", isOn: true);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("flaggen-host-");
        string file = Path.Combine(folder.FullName, "flags.json");
        await File.WriteAllTextAsync(file, """{ "flags": { "file.key": { "status": "disabled", "default_value": true } } }""", Token);

        IHost host = await StartAsync(_ => new FileFeatureFlagStore(file), catalog);

        _log.All.ShouldHaveSingleItem()
            .ShouldBe($"Information: 1 of the 1 flags that the compiled manifest declares are decided otherwise by the file '{file}', which is in force: file.key.");
        await DisposeAsync(host);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Start_StoreWithADefinitionThatNobodyCanWrite_TakesTheOthers()
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(HostScopeTests), Encoding.UTF8.GetBytes(
            """{ "scope": "host-null", "flags": { "null.rules": { "status": "disabled" }, "null.sound": { "status": "disabled" } } }"""));
        FixedStore store = new(new FlagSet
        {
            Version = "1",
            Flags = [new FeatureFlag { Key = "null.rules", Rules = null! }, new FeatureFlag { Key = "null.sound", Status = FeatureFlagStatus.Enabled, DefaultValue = true }],
        });

        IHost host = await StartAsync(_ => store, catalog);

        FlagEngine engine = host.Services.GetRequiredService<FlagEngine>();
        (engine.IsEnabled("null.sound"), engine.Evaluate("null.rules").ErrorCode).ShouldBe((true, EvaluationErrorCode.ParseError));
        await DisposeAsync(host);
    }

    [Fact]
    public async Task Start_StoreThatRefusesToBeWatched_IsLoaded()
    {
        FixedStore store = new(new FlagSet { Version = "1", Flags = [new FeatureFlag { Key = "unwatched", Status = FeatureFlagStatus.Enabled, DefaultValue = true }] });

        IHost host = await StartAsync(_ => store);

        host.Services.GetRequiredService<FlagEngine>().IsEnabled("unwatched").ShouldBeTrue();
        await DisposeAsync(host);
    }

    [Fact]
    public async Task Start_WhereTheStoreDecidesAlike_TellsNothing()
    {
        FlagCatalog catalog = Register("host-alike", "alike.key", isOn: true);
        InMemoryFeatureFlagStore store = new();
        await DisposeAsync(await StartAsync(_ => store, catalog));
        _log.All.ShouldHaveSingleItem().ShouldContain("were created");

        await DisposeAsync(await StartAsync(_ => store, catalog));

        _log.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Edit_OfTheManifest_ReachesFlagsInMemoryThatNobodyChanged()
    {
        AnnouncedManifest manifest = new(TwoFlags(isOn: true));
        FlagCatalog catalog = FlagCatalog.Register(typeof(HostScopeTests), manifest);
        IHost host = await StartAsync(static _ => new InMemoryFeatureFlagStore(), catalog);
        FlagEngine engine = host.Services.GetRequiredService<FlagEngine>();
        await host.Services.GetRequiredService<FeatureFlagManager>().UpdateStatusAsync("edit.changed", FeatureFlagStatus.Enabled, "ada", cancellationToken: Token);
        engine.IsEnabled(catalog.Slots[0], null).ShouldBeTrue();

        manifest.Manifest = TwoFlags(isOn: false);
        ManifestUpdate.UpdateApplication([manifest]);

        await WaitUntilAsync(() => !engine.IsEnabled(catalog.Slots[0], null));
        engine.IsEnabled(catalog.Slots[1], null).ShouldBeTrue();
        await DisposeAsync(host);
    }

    private static string TwoFlags(bool isOn) => $$"""
        { "scope": "host-edit", "flags": {
          "edit.untouched": { "status": "enabled", "default_value": {{(isOn ? "true" : "false")}} },
          "edit.changed": { "status": "disabled", "default_value": true, "description": "{{(isOn ? "before" : "after")}}" } } }
        """;

    private static async Task WaitUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }
    }

    private static FlagCatalog Register(string scope, string key, bool isOn) => FlagCatalog.Register(typeof(HostScopeTests), Encoding.UTF8.GetBytes(
        $$"""{ "scope": "{{scope}}", "flags": { "{{key}}": { "status": "{{(isOn ? "enabled" : "disabled")}}", "default_value": true } } }"""));

    private static async Task DisposeAsync(IHost host)
    {
        await host.StopAsync(Token);
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private Task<IHost> StartAsync(string manifest, params FlagCatalog[] catalogs) => StartAsync(_ => InMemoryFeatureFlagStore.FromManifest(manifest), catalogs);

    private async Task<IHost> StartAsync(Func<IServiceProvider, IFeatureFlagStore> store, params FlagCatalog[] catalogs)
    {
        IHost host = Build(store, catalogs);
        await host.StartAsync(Token);
        return host;
    }

    private IHost Build(Func<IServiceProvider, IFeatureFlagStore> store, FlagCatalog[] catalogs)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<ILogger<FlagGenHostedService>>(_log);
        FlagGenBuilder flags = builder.Services.AddFlagGen().UseStore(store);
        foreach (FlagCatalog catalog in catalogs)
        {
            flags.AddCatalog(catalog);
        }

        return builder.Build();
    }
}
