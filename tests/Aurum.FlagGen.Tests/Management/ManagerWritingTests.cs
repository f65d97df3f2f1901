using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Management;

public sealed class ManagerWritingTests : IAsyncLifetime
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
    public async Task Create_NewFlag_IsStampedAuditedAndSeenAtOnce()
    {
        FeatureFlag flag = await _manager.CreateFlagAsync(On("a"), Ada, "Because", Token);

        (flag.CreatedBy, flag.CreatedAt, flag.UpdatedAt, flag.Version).ShouldBe((Ada, _clock.GetUtcNow(), _clock.GetUtcNow(), 1));
        _manager.Engine.IsEnabled("a").ShouldBeTrue();
        AuditEntry entry = (await _manager.ReadAuditAsync(cancellationToken: Token)).Entries.ShouldHaveSingleItem();
        (entry.Action, entry.Actor, entry.Reason, entry.Key).ShouldBe(("create", Ada, "Because", "a"));
    }

    [Fact]
    public async Task Write_OfAFlagThatIsAsItWasLoaded_AsksTheStoreThreeTimes()
    {
        CountingStore store = new(_store);
        await using FeatureFlagManager manager = await Managers.StartAsync(store, _clock);
        await manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        List<string> asked = [];
        store.Asked.Value = asked;

        await manager.UpdateStatusAsync("a", FeatureFlagStatus.Disabled, Ada, cancellationToken: Token);
        await manager.DeleteFlagAsync("a", Ada, cancellationToken: Token);

        asked.ShouldBe(["load", "save", "load", "load", "delete", "load"]);
    }

    [Fact]
    public async Task Create_ExistingKey_IsAConflict()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);

        (await Should.ThrowAsync<FeatureFlagConflictException>(async () => await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token)))
            .Message.ShouldBe("The flag 'a' exists already, at version 1; choose another key, or update the flag.");
    }

    [Fact]
    public async Task Create_FaultyDefinition_TellsEveryFaultAndWritesNothing()
    {
        FeatureFlag faulty = On("a") with
        {
            Rules =
            [
                new FeatureFlagRule { Name = "r", RolloutPercentage = 150 },
                new FeatureFlagRule { Name = "s", Conditions = [new FeatureFlagCondition("x", "like", 1)] },
            ],
        };

        FeatureFlagValidationException exception = await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await _manager.CreateFlagAsync(faulty, Ada, cancellationToken: Token));

        exception.Key.ShouldBe("a");
        exception.Errors.Select(static error => error.Pointer).ShouldBe(["/rules/0/rollout_percentage", "/rules/1/conditions/x/op"], ignoreOrder: true);
        exception.Errors.ShouldAllBe(static error => error.Code.StartsWith("AFG10") && error.Message.Length > 20);
        exception.Message.ShouldStartWith("The flag 'a' was not written. AFG10");
        (await _store.LoadAsync(Token)).Flags.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no spaces")]
    [InlineData("..")]
    [InlineData("ü")]
    public async Task Create_KeyThatIsNone_IsRefused(string key) =>
        (await Should.ThrowAsync<FeatureFlagValidationException>(async () => await _manager.CreateFlagAsync(On(key), Ada, cancellationToken: Token)))
            .Errors[0].Pointer.ShouldBe("/key");

    [Fact]
    public async Task Create_WithoutAnActor_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(async () => await _manager.CreateFlagAsync(On("a"), " ", cancellationToken: Token));

    [Fact]
    public async Task UpdateStatus_KillSwitch_IsSeenAtOnceAndKeepsWhoMadeTheFlag()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromHours(1));

        FeatureFlag flag = await _manager.UpdateStatusAsync("a", FeatureFlagStatus.Disabled, "bob", "fire", cancellationToken: Token);

        _manager.Engine.IsEnabled("a").ShouldBeFalse();
        (flag.CreatedBy, flag.UpdatedAt - flag.CreatedAt, flag.Version).ShouldBe((Ada, TimeSpan.FromHours(1), 2));
    }

    [Fact]
    public async Task UpdateStatus_FlagWithAFaultFromElsewhere_IsNotRefused()
    {
        FeatureFlag faulty = On("a") with { Rules = [new FeatureFlagRule { Name = "r", RolloutPercentage = 150 }] };
        await _store.SaveAsync(faulty, 0, new FlagChange { Actor = "x", Action = "import" }, Token);

        await _manager.UpdateStatusAsync("a", FeatureFlagStatus.Disabled, Ada, cancellationToken: Token);

        _manager.Engine.IsEnabled("a").ShouldBeFalse();
    }

    [Fact]
    public async Task UpdateStatus_RetiredFlag_IsRefused()
    {
        await _manager.CreateFlagAsync(On("a") with { Lifecycle = FlagLifecycle.Retired, Keep = true }, Ada, cancellationToken: Token);

        (await Should.ThrowAsync<FeatureFlagRefusedException>(async () => await _manager.UpdateStatusAsync("a", FeatureFlagStatus.Disabled, Ada, cancellationToken: Token)))
            .Message.ShouldBe("The flag 'a' is retired and gives everybody the same whatever its status; make it active first.");
    }

    [Fact]
    public async Task UpdateStatus_UnknownKey_IsNotFound() =>
        (await Should.ThrowAsync<FeatureFlagNotFoundException>(async () => await _manager.UpdateStatusAsync("no", FeatureFlagStatus.Disabled, Ada, cancellationToken: Token)))
            .Message.ShouldBe("There is no flag 'no'; create it first, or correct the key.");

    [Fact]
    public async Task Update_FlagReadBefore_GoesByItsVersion()
    {
        FeatureFlag seen = await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        await _manager.UpdateStatusAsync("a", FeatureFlagStatus.Conditional, Ada, cancellationToken: Token);

        FeatureFlagConflictException conflict = await Should.ThrowAsync<FeatureFlagConflictException>(
            async () => await _manager.UpdateFlagAsync(seen with { Owner = "o" }, Ada, cancellationToken: Token));

        conflict.Current!.Status.ShouldBe(FeatureFlagStatus.Conditional);
        (await _manager.UpdateFlagAsync(conflict.Current with { Owner = "o" }, "bob", cancellationToken: Token)).CreatedBy.ShouldBe(Ada);
    }

    [Fact]
    public async Task Update_WithoutAVersion_ReplacesWhateverIsThere()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        await _manager.UpdateStatusAsync("a", FeatureFlagStatus.Conditional, Ada, cancellationToken: Token);

        FeatureFlag flag = await _manager.UpdateFlagAsync(On("a") with { Owner = "o" }, Ada, cancellationToken: Token);

        (flag.Version, flag.Status, flag.Owner).ShouldBe((3, FeatureFlagStatus.Enabled, "o"));
    }

    [Fact]
    public async Task Rules_AddedReplacedAndRemoved_KeepTheirOrder()
    {
        await _manager.CreateFlagAsync(new FeatureFlag { Key = "a", Status = FeatureFlagStatus.Conditional }, Ada, cancellationToken: Token);
        await _manager.AddRuleAsync("a", Rule("first", "1"), Ada, cancellationToken: Token);
        await _manager.AddRuleAsync("a", Rule("second", "2"), Ada, cancellationToken: Token);
        await _manager.UpdateRuleAsync("a", "first", Rule("first", "one"), Ada, cancellationToken: Token);

        FeatureFlag both = (await _manager.GetFlagAsync("a", Token))!;
        FeatureFlag one = await _manager.RemoveRuleAsync("a", "first", Ada, cancellationToken: Token);

        both.Rules.Select(static rule => $"{rule.Name}: {rule.Conditions[0].Value}").ShouldBe(["first: \"one\"", "second: \"2\""]);
        one.Rules.Select(static rule => rule.Name).ShouldBe(["second"]);
    }

    [Fact]
    public async Task Rules_NameThatIsTaken_IsRefused()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        await _manager.AddRuleAsync("a", Rule("r", "1"), Ada, cancellationToken: Token);

        (await Should.ThrowAsync<FeatureFlagValidationException>(async () => await _manager.AddRuleAsync("a", Rule("r", "2"), Ada, cancellationToken: Token)))
            .Errors[0].Code.ShouldBe("AFG1024");
    }

    [Fact]
    public async Task Rules_UnknownName_IsNotFoundWithTheNamesThereAre()
    {
        await _manager.CreateFlagAsync(On("a") with { Rules = [Rule("r", "1")] }, Ada, cancellationToken: Token);

        (await Should.ThrowAsync<FeatureFlagNotFoundException>(async () => await _manager.RemoveRuleAsync("a", "s", Ada, cancellationToken: Token)))
            .Message.ShouldBe("The flag 'a' has no rule 's'; its rules are 'r'.");
    }

    [Fact]
    public async Task Write_ManyAtOnceWithoutVersions_LosesNone()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            async () => await _manager.AddRuleAsync("a", Rule($"r{i}", $"{i}"), Ada, cancellationToken: Token), Token)));

        (await _manager.GetFlagAsync("a", Token))!.Rules.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Write_CycleOfRequiredFlags_IsRefused()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        await _manager.CreateFlagAsync(On("b") with { Rules = [new FeatureFlagRule { Name = "r", RequiredFlags = ["a"] }] }, Ada, cancellationToken: Token);

        FeatureFlagValidationException exception = await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await _manager.AddRuleAsync("a", new FeatureFlagRule { Name = "r", RequiredFlags = ["b"] }, Ada, cancellationToken: Token));

        exception.Errors[0].Code.ShouldBe("AFG1021");
    }

    [Fact]
    public async Task Delete_FlagThatOthersNeed_IsRefusedNamingThem()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        await _manager.CreateFlagAsync(On("c") with { Rules = [new FeatureFlagRule { Name = "r", ExcludedFlags = ["a"] }] }, Ada, cancellationToken: Token);
        await _manager.CreateFlagAsync(On("b") with { Rules = [new FeatureFlagRule { Name = "r", RequiredFlags = ["a"] }] }, Ada, cancellationToken: Token);

        (await Should.ThrowAsync<FeatureFlagRefusedException>(async () => await _manager.DeleteFlagAsync("a", Ada, cancellationToken: Token)))
            .Message.ShouldBe("The flag 'a' is required or excluded by 'b', 'c'; take it out of their rules first.");
    }

    [Fact]
    public async Task Delete_LonelyFlag_IsGoneAtOnce()
    {
        await _manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);

        await _manager.DeleteFlagAsync("a", Ada, cancellationToken: Token);

        _manager.Engine.IsEnabled("a").ShouldBeFalse();
        (await _manager.GetFlagAsync("a", Token)).ShouldBeNull();
        await Should.ThrowAsync<FeatureFlagNotFoundException>(async () => await _manager.DeleteFlagAsync("a", Ada, cancellationToken: Token));
    }

    [Fact]
    public async Task Write_StoreAwayRightAfterIt_IsSeenAllTheSame()
    {
        BreakingStore store = new(_store);
        await using FeatureFlagManager manager = await Managers.StartAsync(store, _clock);
        await manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        store.GoesAwayAfterSave = true;

        await manager.UpdateStatusAsync("a", FeatureFlagStatus.Disabled, Ada, cancellationToken: Token);

        manager.Engine.IsEnabled("a").ShouldBeFalse();
    }

    [Fact]
    public async Task Create_ScenariosFlagThatNeedsTheOneWhosePlaceItTakes_IsRefusedWithTheCircle()
    {
        await using ScenarioFeatureFlagAdapter store = new(_store, new InMemoryFeatureFlagStore(_clock));
        await using FeatureFlagManager manager = await Managers.StartAsync(store, _clock);
        await manager.CreateFlagAsync(On("a"), Ada, cancellationToken: Token);
        FeatureFlag flag = On("scenario:s:a") with { Rules = [new FeatureFlagRule { Name = "r", RequiredFlags = ["a"] }] };

        // Before it exists nothing leads back to it; a change meets the flag that is there.
        await manager.CreateFlagAsync(On("scenario:s:a"), Ada, cancellationToken: Token);
        FeatureFlagValidationException refused = await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await manager.UpdateFlagAsync(flag, Ada, cancellationToken: Token));

        refused.Message.ShouldContain("scenario:s:a → a → scenario:s:a");
    }

    [Fact]
    public async Task Create_ScenariosFlagOfAnotherTypeThanDeclared_IsRefused()
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(ManagerWritingTests), """{ "flags": { "scenarios.declared": { "status": "enabled", "default_value": true } } }"""u8);
        await using ScenarioFeatureFlagAdapter store = new(_store, new InMemoryFeatureFlagStore(_clock));
        await using FeatureFlagManager manager = await Managers.StartAsync(store, _clock, catalog);
        FeatureFlag flag = new() { Key = "scenario:s:scenarios.declared", Type = FlagType.String, DefaultValue = "text" };

        FeatureFlagValidationException refused = await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await manager.CreateFlagAsync(flag, Ada, cancellationToken: Token));

        refused.Errors[0].Pointer.ShouldBe("/type");
    }

    private static FeatureFlag On(string key) => new() { Key = key, Status = FeatureFlagStatus.Enabled, DefaultValue = true };

    private static FeatureFlagRule Rule(string name, string role) => new() { Name = name, Conditions = [new FeatureFlagCondition("user.other", "eq", role)] };
}
