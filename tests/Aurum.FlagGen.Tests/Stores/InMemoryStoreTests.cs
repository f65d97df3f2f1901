namespace Aurum.FlagGen.Tests.Stores;

public sealed class InMemoryStoreTests
{
    private static readonly FlagChange Change = new() { Actor = "test", Action = FlagActions.Create };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// A misspelt member of a segment: its users are decided without the exclusion, and a store must tell it whatever
    /// kind it is.
    /// </summary>
    [Fact]
    public async Task Load_DeclarationsThatTheBuildRefuses_AreFaultsAsOfAFile()
    {
        const string Manifest = """{ "segments": { "vip": { "exclud": ["u1"], "conditions": { "user.role": { "op": "eq", "value": "vip" } } } }, "flags": {} }""";
        using ManifestFolder folder = new(Manifest);
        using FileFeatureFlagStore file = new(folder.Manifest);
        InMemoryFeatureFlagStore store = InMemoryFeatureFlagStore.FromManifest(Manifest);
        await store.SaveAsync(new FeatureFlag { Key = "later" }, 0, Change, Token);
        FlagEngine engine = new();

        FlagSet set = await store.LoadAsync(Token);
        engine.Publish(set);

        set.DeclarationFaults.ShouldHaveSingleItem().ShouldContain("exclud");
        set.DeclarationFaults.ShouldBe((await file.LoadAsync(Token)).DeclarationFaults);
        engine.Faults.Select(static fault => fault.Message).ShouldContain(set.DeclarationFaults[0]);
    }

    [Fact]
    public async Task Load_ContextOfTheManifest_IsKept()
    {
        InMemoryFeatureFlagStore store = InMemoryFeatureFlagStore.FromManifest("""{ "context": { "user.plan": "string" }, "flags": {} }""");
        await store.SaveAsync(new FeatureFlag { Key = "later" }, 0, Change, Token);

        (await store.LoadAsync(Token)).Context.ShouldNotBeNull().ShouldHaveSingleItem().Path.ShouldBe("user.plan");
    }
}
