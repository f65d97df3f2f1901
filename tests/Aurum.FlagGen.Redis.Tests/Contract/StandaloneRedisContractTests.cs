using Aurum.FlagGen.Redis.Tests.Servers;
using Aurum.FlagGen.Testing;

namespace Aurum.FlagGen.Redis.Tests.Contract;

public sealed class StandaloneRedisContractTests(StartedRedis started) : IClassFixture<StartedRedis>
{
    public static TheoryData<string> Cases { get; } = [.. FlagStoreContract.Cases.Select(static contract => contract.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task StandaloneRedis_Contract_Holds(string name)
    {
        RedisServer server = await started.GetAsync();

        await FlagStoreContract.Find(name).RunAsync(() => RedisStores.NewSubject(server.Configuration), TestContext.Current.CancellationToken);
    }
}
