using Aurum.FlagGen.Testing;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class StoreContractTests
{
    public static TheoryData<string> Cases { get; } = [.. FlagStoreContract.Cases.Select(static contract => contract.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task InMemoryStore_Contract_Holds(string name) =>
        FlagStoreContract.Find(name).RunAsync(static () => new FlagStoreSubject(new InMemoryFeatureFlagStore()), Token);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task FileStore_Contract_Holds(string name) => FlagStoreContract.Find(name).RunAsync(OpenFile, Token);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task ScenarioAdapter_OverMemory_HoldsForGenericFlags(string name) =>
        FlagStoreContract.Find(name).RunAsync(static () => new FlagStoreSubject(OverMemory()), Token);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task ScenarioAdapter_OverMemory_HoldsForFlagsOfScenarios(string name) =>
        FlagStoreContract.Find(name).RunAsync(static () => new FlagStoreSubject(new RenamingStore(OverMemory(), "scenario:s:")), Token);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task ScenarioAdapter_OverFiles_HoldsForGenericFlags(string name) => FlagStoreContract.Find(name).RunAsync(static () => OpenFiles(static store => store), Token);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task ScenarioAdapter_OverFiles_HoldsForFlagsOfScenarios(string name) =>
        FlagStoreContract.Find(name).RunAsync(static () => OpenFiles(static store => new RenamingStore(store, "scenario:s:")), Token);

    [Fact]
    public async Task Contract_StoreThatForgetsTheAudit_IsFoundOut()
    {
        FlagStoreContractException broken = await Should.ThrowAsync<FlagStoreContractException>(() =>
            FlagStoreContract.Find("Audit_OfAFlagsWholeLife_TellsEachStep").RunAsync(static () => new FlagStoreSubject(new ForgetfulStore()), Token));

        broken.Message.ShouldBe("The actions, newest first was expected to be delete,update_status,create, but is .");
    }

    [Fact]
    public void Contract_UnknownCase_IsRefused() => Should.Throw<ArgumentException>(static () => FlagStoreContract.Find("Nothing"));

    private static ScenarioFeatureFlagAdapter OverMemory() => new(new InMemoryFeatureFlagStore(), new InMemoryFeatureFlagStore());

    private static FlagStoreSubject OpenFiles(Func<IFeatureFlagStore, IFeatureFlagStore> wrap)
    {
        ManifestFolder generic = new("""{ "flags": {} }""");
        ManifestFolder scenarios = new("""{ "flags": {} }""");
        IFeatureFlagStore Open() => wrap(new ScenarioFeatureFlagAdapter(new FileFeatureFlagStore(generic.Manifest), new FileFeatureFlagStore(scenarios.Manifest)));
        return new FlagStoreSubject(Open())
        {
            OpenAnother = Open,
            CountsVersions = false,
            CleanUp = () =>
            {
                generic.Dispose();
                scenarios.Dispose();
                return ValueTask.CompletedTask;
            },
        };
    }

    private static FlagStoreSubject OpenFile()
    {
        ManifestFolder folder = new("""{ "flags": {} }""");
        return new FlagStoreSubject(new FileFeatureFlagStore(folder.Manifest))
        {
            OpenAnother = () => new FileFeatureFlagStore(folder.Manifest),
            CountsVersions = false,
            CleanUp = () =>
            {
                folder.Dispose();
                return ValueTask.CompletedTask;
            },
        };
    }
}
