using Aurum.FlagGen.Redis.Tests.Servers;
using Aurum.FlagGen.Testing;

namespace Aurum.FlagGen.Redis.Tests.Contract;

public sealed class ClusterContractTests(StartedCluster started) : IClassFixture<StartedCluster>
{
    public static TheoryData<string> Cases { get; } = [.. FlagStoreContract.Cases.Select(static contract => contract.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Cluster_Contract_Holds(string name)
    {
        RedisCluster server = await started.GetAsync();

        await FlagStoreContract.Find(name).RunAsync(() => RedisStores.NewSubject(server.Configuration), TestContext.Current.CancellationToken);
    }
}
