using System.Globalization;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Management;

public sealed class ManagerReadingTests : IAsyncLifetime
{
    private const string Ada = "ada@example.com";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    private InMemoryFeatureFlagStore _store = null!;
    private FeatureFlagManager _manager = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new InMemoryFeatureFlagStore(_clock);
        _manager = await Managers.StartAsync(_store, _clock);
    }

    public ValueTask DisposeAsync() => _manager.DisposeAsync();

    [Fact]
    public async Task Declared_FlagThatTheStoreLacks_IsListedChangedAndNotDeleted()
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(ManagerReadingTests), """
            { "context": { "user.role": "string" }, "flags": { "manager.declared": { "type": "integer", "status": "enabled", "default_value": 7 } } }
            """u8);
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock, catalog);

        (await manager.GetFlagAsync("manager.declared", Token))!.Version.ShouldBe(0);
        (await manager.ListFlagsAsync(cancellationToken: Token)).Items.Select(static flag => flag.Key).ShouldBe(["manager.declared"]);
        FeatureFlag off = await manager.UpdateStatusAsync("manager.declared", FeatureFlagStatus.Disabled, Ada, cancellationToken: Token);
        (off.Version, off.Type, off.CreatedBy).ShouldBe((1, FlagType.Integer, Ada));
        (await Should.ThrowAsync<FeatureFlagRefusedException>(async () => await manager.DeleteFlagAsync("manager.declared", Ada, cancellationToken: Token)))
            .Message.ShouldContain("retire it");
        (await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await manager.UpdateFlagAsync(new FeatureFlag { Key = "manager.declared" }, Ada, cancellationToken: Token))).Errors[0].Pointer.ShouldBe("/type");
        FeatureFlagRule undeclared = new() { Name = "r", Conditions = [new FeatureFlagCondition("user.rolle", "eq", "admin")], Value = 1 };
        (await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await manager.AddRuleAsync("manager.declared", undeclared, Ada, cancellationToken: Token))).Errors[0].Code.ShouldBe("AFG1015");
    }

    [Fact]
    public async Task List_Filters_GiveWhatTheyAskForPageByPage()
    {
        for (int i = 0; i < 12; i++)
        {
            FeatureFlag flag = new()
            {
                Key = $"flag{i:00}",
                Description = i == 3 ? "The Needle" : null,
                Tags = i % 2 == 0 ? ["even"] : ["odd"],
                Owner = i < 6 ? "low" : "high",
                Status = i % 3 == 0 ? FeatureFlagStatus.Enabled : FeatureFlagStatus.Disabled,
                DefaultValue = true,
                Lifecycle = i == 11 ? FlagLifecycle.Retired : FlagLifecycle.Active,
                Keep = i == 11 ? true : null,
            };
            await _manager.CreateFlagAsync(flag, Ada, cancellationToken: Token);
        }

        (await KeysAsync(new FeatureFlagQuery { Status = FeatureFlagStatus.Enabled })).ShouldBe("0,3,6,9");
        (await KeysAsync(new FeatureFlagQuery { Tag = "even", Owner = "high" })).ShouldBe("6,8,10");
        (await KeysAsync(new FeatureFlagQuery { Text = "needle" })).ShouldBe("3");
        (await KeysAsync(new FeatureFlagQuery { Text = "FLAG1" })).ShouldBe("10,11");
        (await KeysAsync(new FeatureFlagQuery { Lifecycle = FlagLifecycle.Retired })).ShouldBe("11");
        (await KeysAsync(new FeatureFlagQuery { Page = 3, Limit = 5 })).ShouldBe("10,11");
        FeatureFlagPage beyond = await _manager.ListFlagsAsync(new FeatureFlagQuery { Page = int.MaxValue, Limit = 500 }, Token);
        (beyond.Items.Count, beyond.Total).ShouldBe((0, 12));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await _manager.ListFlagsAsync(new FeatureFlagQuery { Limit = 501 }, Token));

        async Task<string> KeysAsync(FeatureFlagQuery query) =>
            string.Join(',', (await _manager.ListFlagsAsync(query, Token)).Items.Select(static flag => int.Parse(flag.Key.AsSpan(4), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Stats_FlagsPastTheirDay_AreStaleFromTheNextMidnightOn()
    {
        DateOnly today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        await _manager.CreateFlagAsync(new FeatureFlag { Key = "a", Expires = today, Owner = "o", Tags = ["t"] }, Ada, cancellationToken: Token);
        await _manager.CreateFlagAsync(new FeatureFlag { Key = "b", Expires = today.AddDays(1), Owner = "o" }, Ada, cancellationToken: Token);
        FeatureFlagStats before = await _manager.GetFeatureStatsAsync(Token);
        _clock.Advance(TimeSpan.FromHours(12));

        FeatureFlagStats after = await _manager.GetFeatureStatsAsync(Token);

        before.StaleFlags.ShouldBeEmpty();
        after.StaleFlags.ShouldBe(["a"]);
        after.ByOwner.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, int>("o", 2));
        after.ByTag.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, int>("t", 1));
    }

    [Fact]
    public async Task Start_StoreChangedByAnother_IsFollowed()
    {
        RecordingLogger<FlagEngine> log = new();
        FlagEngine engine = new(loggerFactory: new SingleLoggerFactory(log));
        await using FeatureFlagManager manager = await FeatureFlagManager.FollowAsync(_store, FixedDeclaredFlags.None, engine, timeProvider: null, loggerFactory: null, Token);

        await _store.SaveAsync(new FeatureFlag { Key = "elsewhere", Status = FeatureFlagStatus.Enabled, DefaultValue = true }, 0, new FlagChange { Actor = "x", Action = "create" }, Token);

        await log.WaitForAsync("Published set 1 ", Token);
        engine.IsEnabled("elsewhere").ShouldBeTrue();
    }

    [Fact]
    public async Task Start_BrokenStore_Throws()
    {
        using ManifestFolder folder = new("{");
        using FileFeatureFlagStore store = new(folder.Manifest);

        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await Managers.StartAsync(store));
    }

    [Fact]
    public async Task Refresh_FlagThatBecameUnreadable_KeepsItsLastDefinition()
    {
        using ManifestFolder folder = new("""{ "flags": { "a": { "status": "enabled", "default_value": true } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        await using FeatureFlagManager manager = await Managers.StartAsync(store);
        folder.ReplaceBy("""{ "flags": { "a": { "status": 1 }, "b": { "status": "enabled", "default_value": true } } }""");

        await manager.CreateFlagAsync(new FeatureFlag { Key = "c" }, Ada, cancellationToken: Token);

        manager.Engine.IsEnabled("a").ShouldBeTrue();
        manager.Engine.IsEnabled("b").ShouldBeTrue();
    }

    [Fact]
    public async Task Stats_TwoManagersOverOneStore_TellOfBoth()
    {
        InMemoryFeatureFlagStore store = InMemoryFeatureFlagStore.FromManifest("""{"flags":{"a":{"status":"enabled","rules":[{"name":"r","conditions":{"user_id":"ada"}}]},"b":{"status":"enabled"}}}""");
        await using FeatureFlagManager one = await Managers.StartAsync(store);
        await using FeatureFlagManager other = await Managers.StartAsync(store);
        FlagContext ada = FlagContext.From(new Dictionary<string, object?> { ["user_id"] = "ada" });
        one.Engine.IsEnabled("a", ada);
        other.Engine.IsEnabled("a", ada);
        other.Engine.IsEnabled("a", FlagContext.Empty);
        await other.DisposeAsync();

        FeatureFlagStats stats = await one.GetFeatureStatsAsync(Token);

        stats.Evaluations["a"].ShouldBe(3);
        stats.EvaluationsByVariant["a"].ShouldBe(new Dictionary<string, long> { ["true"] = 2, ["false"] = 1 }, ignoreOrder: true);
        stats.EvaluationsByVariant.Keys.ShouldBe(["a"]);
        stats.Evaluations["b"].ShouldBe(0);
        stats.LastVersion["a"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Stats_StoreThatAddsNothingUp_TellOfThisProcess()
    {
        ForgetfulStore store = new();
        await using FeatureFlagManager manager = await Managers.StartAsync(store);
        await manager.CreateFlagAsync(new FeatureFlag { Key = "a", Status = FeatureFlagStatus.Enabled }, "test", cancellationToken: Token);
        manager.Engine.IsEnabled("a");

        FeatureFlagStats stats = await manager.GetFeatureStatsAsync(Token);

        stats.Evaluations["a"].ShouldBe(1);
        stats.LastVersion.ShouldBeEmpty();
    }
}
