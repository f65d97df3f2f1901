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

    [Fact]
    public async Task Contract_StoreThatForgetsTheAudit_IsFoundOut()
    {
        FlagStoreContractException broken = await Should.ThrowAsync<FlagStoreContractException>(() =>
            FlagStoreContract.Find("Audit_OfAFlagsWholeLife_TellsEachStep").RunAsync(static () => new FlagStoreSubject(new ForgetfulStore()), Token));

        broken.Message.ShouldBe("The actions, newest first was expected to be delete,update_status,create, but is .");
    }

    [Fact]
    public void Contract_UnknownCase_IsRefused() => Should.Throw<ArgumentException>(static () => FlagStoreContract.Find("Nothing"));

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
