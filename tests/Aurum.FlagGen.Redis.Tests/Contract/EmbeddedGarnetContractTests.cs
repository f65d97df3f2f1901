using Aurum.FlagGen.Redis.Tests.Servers;
using Aurum.FlagGen.Testing;

namespace Aurum.FlagGen.Redis.Tests.Contract;

public sealed class EmbeddedGarnetContractTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    public static TheoryData<string> Cases { get; } = [.. FlagStoreContract.Cases.Select(static contract => contract.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EmbeddedGarnet_Contract_Holds(string name)
    {
        GarnetHost server = await started.GetAsync();

        await FlagStoreContract.Find(name).RunAsync(() => RedisStores.NewSubject(server.Configuration), TestContext.Current.CancellationToken);
    }
}
