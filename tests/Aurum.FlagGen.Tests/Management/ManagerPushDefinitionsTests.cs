using Aurum.FlagGen.Tests.Stores;

namespace Aurum.FlagGen.Tests.Management;

/// <summary>Pushing definitions: the named flags become what their manifest declares, what decides included.</summary>
public sealed class ManagerPushDefinitionsTests
{
    private const string Ada = "ada@example.com";

    private static readonly FlagChange Change = new() { Actor = "grace", Action = FlagActions.Create };

    private static readonly FlagCatalog Catalog = FlagCatalog.Register(typeof(ManagerPushDefinitionsTests), """
        { "scope": "push.own", "flags": {
            "whole.new": { "status": "enabled", "default_value": true },
            "whole.kept": { "description": "As declared", "status": "enabled", "default_value": true, "rules": [ { "name": "Nobody", "rollout_percentage": 0 } ] },
            "whole.typed": { "type": "integer", "status": "enabled", "default_value": 1 },
            "whole.contested": { "status": "enabled", "default_value": true } } }
        """u8);

    private static readonly FlagCatalog Other = FlagCatalog.Register(typeof(ManagerPushTests), """
        { "scope": "push.other", "flags": { "whole.contested": { "status": "disabled" } } }
        """u8);

    private readonly InMemoryFeatureFlagStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PushDefinitions_NamedFlags_CreatesThemOnceAndNoOthers()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog);

        FeatureFlagPush first = await manager.PushDefinitionsAsync(["whole.new", "whole.typed", "whole.new"], Ada, "release 2", Token);
        FeatureFlagPush second = await manager.PushDefinitionsAsync(["whole.typed", "whole.new"], Ada, cancellationToken: Token);

        first.Created.ShouldBe(["whole.new", "whole.typed"]);
        second.Unchanged.ShouldBe(["whole.typed", "whole.new"]);
        (second.Created.Count, second.Updated.Count, second.Refused.Count).ShouldBe((0, 0, 0));
        manager.Engine.IsEnabled("whole.new").ShouldBeTrue();
        AuditPage audit = await manager.ReadAuditAsync(cancellationToken: Token);
        audit.Entries.Select(static entry => entry.Key).ShouldBe(["whole.typed", "whole.new"]);
        audit.Entries.ShouldAllBe(static entry => entry.Action == FlagActions.Push && entry.Actor == Ada && entry.Reason == "release 2");
    }

    [Fact]
    public async Task PushDefinitions_FlagThatIsThere_TakesWhatDecidesFromTheManifestAndKeepsWhoMadeIt()
    {
        DateTimeOffset made = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        FeatureFlag stored = FeatureFlag.Parse("""{ "key": "whole.kept", "description": "Old", "status": "disabled", "salt": "s", "rules": [ { "name": "Admins" } ] }""");
        await _store.SaveAsync(stored with { CreatedBy = "grace", CreatedAt = made }, 0, Change, Token);
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog);

        FeatureFlagPush push = await manager.PushDefinitionsAsync(["whole.kept"], Ada, cancellationToken: Token);

        push.Updated.ShouldBe(["whole.kept"]);
        FeatureFlag flag = (await _store.GetAsync("whole.kept", Token))!;
        (flag.Description, flag.Status, flag.DefaultValue!.AsBoolean, flag.Salt, flag.Rules.Single().Name).ShouldBe(("As declared", FeatureFlagStatus.Enabled, true, null, "Nobody"));
        (flag.Version, flag.CreatedBy, flag.CreatedAt).ShouldBe((2, "grace", made));
        flag.UpdatedAt.ShouldNotBeNull();
        AuditEntry entry = (await manager.ReadAuditAsync(cancellationToken: Token)).Entries[0];
        FeatureFlag.Parse(entry.Before!).Rules.Single().Name.ShouldBe("Admins");
    }

    [Fact]
    public async Task PushDefinitions_FlagOfAnotherType_IsRefusedAndTheOthersArePushed()
    {
        await _store.SaveAsync(new FeatureFlag { Key = "whole.typed", Status = FeatureFlagStatus.Enabled }, 0, Change, Token);
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog);

        FeatureFlagPush push = await manager.PushDefinitionsAsync(["whole.typed", "whole.new"], Ada, cancellationToken: Token);

        push.Created.ShouldBe(["whole.new"]);
        push.Refused["whole.typed"].ShouldContain("of type boolean in the store and of type integer in the manifest");
        (await _store.GetAsync("whole.typed", Token))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task PushDefinitions_KeyThatNoManifestDeclares_PushesNothing()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog);

        (await Should.ThrowAsync<FeatureFlagNotFoundException>(async () => await manager.PushDefinitionsAsync(["whole.new", "whole.nwe"], Ada, cancellationToken: Token)))
            .Message.ShouldBe("No manifest in this application declares the flag 'whole.nwe', so there is no definition to push; correct the key.");

        (await _store.LoadAsync(Token)).Flags.ShouldBeEmpty();
    }

    [Fact]
    public async Task PushDefinitions_KeyThatTwoScopesDeclare_IsRefusedWithWhatToDo()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog, Other);

        (await Should.ThrowAsync<FeatureFlagRefusedException>(async () => await manager.PushDefinitionsAsync(["whole.new", "whole.contested"], Ada, cancellationToken: Token)))
            .Message.ShouldMatch("^Flag 'whole.contested' is declared by .*'push.own'.* and by .*'push.other'.*, and one host with one store cannot tell them apart: rename one of them, or give each scope a host of its own.$");

        (await _store.LoadAsync(Token)).Flags.ShouldBeEmpty();
    }

    [Fact]
    public async Task PushDefinitions_StoreThatFailsHalfWay_KeepsWhatWasPushed()
    {
        BreakingStore store = new(_store) { WritesLeft = 1 };
        await using FeatureFlagManager manager = await Managers.StartAsync(store, clock: null, Catalog);

        (await Should.ThrowAsync<FeatureFlagStoreException>(async () => await manager.PushDefinitionsAsync(["whole.new", "whole.kept"], Ada, cancellationToken: Token)))
            .Message.ShouldBe("The test's store takes no more writes.");
        (await _store.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Key.ShouldBe("whole.new");

        store.WritesLeft = int.MaxValue;
        FeatureFlagPush again = await manager.PushDefinitionsAsync(["whole.new", "whole.kept"], Ada, cancellationToken: Token);
        (again.Unchanged.Single(), again.Created.Single()).ShouldBe(("whole.new", "whole.kept"));
    }

    [Fact]
    public async Task PushDefinitions_StoreThatGoesAwayAfterTheWrite_SaysWhatWasPushed()
    {
        BreakingStore store = new(_store) { BreaksWatch = true };
        await using FeatureFlagManager manager = await Managers.StartAsync(store, clock: null, Catalog);
        store.GoesAwayAfterSave = true;

        FeatureFlagPush push = await manager.PushDefinitionsAsync(["whole.new"], Ada, cancellationToken: Token);

        push.Created.ShouldBe(["whole.new"]);
        manager.Engine.TryGetDefinition("whole.new", out FeatureFlag? inForce).ShouldBeTrue();
        inForce!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task PushDefinitions_FlagThatCannotBeRead_RepairsItAndAPushDoesNot()
    {
        using ManifestFolder folder = new("""{ "flags": { "whole.new": { "status": 7 } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        await using FeatureFlagManager manager = await Managers.StartAsync(store, clock: null, Catalog);

        (await manager.PushAsync(Ada, cancellationToken: Token)).Refused["whole.new"].ShouldContain("cannot be read at '/status'");
        FeatureFlagPush push = await manager.PushDefinitionsAsync(["whole.new"], Ada, cancellationToken: Token);

        push.Updated.ShouldBe(["whole.new"]);
        (await store.GetAsync("whole.new", Token))!.Status.ShouldBe(FeatureFlagStatus.Enabled);
    }
}
