namespace Aurum.FlagGen.Tests.Management;

public sealed class ManagerPushTests
{
    private const string Ada = "ada@example.com";

    private static readonly FlagCatalog Catalog = FlagCatalog.Register(typeof(ManagerPushTests), """
        { "flags": {
            "push.new": { "description": "New", "status": "enabled", "default_value": true },
            "push.kept": { "description": "As declared", "owner": "team-a", "tags": ["x"], "expires": "2030-01-01", "type": "string", "status": "enabled", "default_value": "a", "variants": { "one": "a", "two": "b" } },
            "push.typed": { "type": "integer", "status": "enabled", "default_value": 1 },
            "push.flow": { "type": "variant", "status": "enabled", "default_value": "control", "variants": ["control", "treatment"] } } }
        """u8);

    private readonly InMemoryFeatureFlagStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Push_EmptyStore_CreatesAllOnceAndThenNothing()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog);

        FeatureFlagPush first = await manager.PushAsync(Ada, "release 2", Token);
        FeatureFlagPush second = await manager.PushAsync(Ada, cancellationToken: Token);

        first.Created.ShouldBe(["push.new", "push.kept", "push.typed", "push.flow"]);
        second.Unchanged.ShouldBe(first.Created);
        (second.Created.Count, second.Updated.Count, second.Refused.Count).ShouldBe((0, 0, 0));
        AuditPage audit = await manager.ReadAuditAsync(cancellationToken: Token);
        audit.Total.ShouldBe(4);
        audit.Entries.ShouldAllBe(static entry => entry.Action == FlagActions.Push && entry.Actor == Ada && entry.Reason == "release 2");
    }

    [Fact]
    public async Task Push_FlagThatIsThere_KeepsWhatDecidesAndDescribesItAnew()
    {
        FeatureFlag stored = FeatureFlag.Parse("""
            { "key": "push.kept", "description": "Old", "type": "string", "status": "conditional", "default_value": "z", "variants": { "one": "changed" },
              "rules": [ { "name": "Admins", "conditions": { "user.role": "admin" }, "variant": "one" } ], "salt": "s" }
            """);
        await _store.SaveAsync(stored, 0, new FlagChange { Actor = Ada, Action = FlagActions.Create }, Token);
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog);

        FeatureFlagPush push = await manager.PushAsync(Ada, cancellationToken: Token);

        push.Updated.ShouldBe(["push.kept"]);
        FeatureFlag flag = (await _store.GetAsync("push.kept", Token))!;
        (flag.Description, flag.Owner, flag.Expires, flag.Version).ShouldBe(("As declared", "team-a", new DateOnly(2030, 1, 1), 2));
        (flag.Status, flag.DefaultValue!.AsString, flag.Salt, flag.Rules.Single().Name).ShouldBe((FeatureFlagStatus.Conditional, "z", "s", "Admins"));
        flag.Variants.Select(static variant => $"{variant.Name}={variant.Value.AsString}").ShouldBe(["one=changed", "two=b"]);
        manager.Engine.TryGetDefinition("push.kept", out FeatureFlag? inForce).ShouldBeTrue();
        inForce!.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("push.typed", """{ "key": "push.typed", "type": "string", "status": "enabled", "default_value": "x" }""", "of type string in the store and of type integer in the manifest")]
    [InlineData("push.flow", """{ "key": "push.flow", "type": "variant", "status": "enabled", "default_value": "other", "variants": ["control", "other"] }""", "has the variants other in the store")]
    public async Task Push_FlagThatContradicts_IsRefusedAndLeftAlone(string key, string json, string expected)
    {
        await _store.SaveAsync(FeatureFlag.Parse(json), 0, new FlagChange { Actor = Ada, Action = FlagActions.Create }, Token);
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, clock: null, Catalog);

        FeatureFlagPush push = await manager.PushAsync(Ada, cancellationToken: Token);

        push.Refused.Single().Key.ShouldBe(key);
        push.Refused[key].ShouldContain(expected);
        push.Created.Count.ShouldBe(3);
        (await _store.GetAsync(key, Token))!.Version.ShouldBe(1);
        manager.Engine.Faults.ShouldContain(fault => fault.FlagKey == key);
        manager.Engine.Evaluate(key).ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
    }
}
