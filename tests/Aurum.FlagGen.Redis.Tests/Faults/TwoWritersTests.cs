using Aurum.FlagGen.Redis.Tests.Servers;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Redis.Tests.Faults;

public sealed class TwoWritersTests
{
    private const int ShortRounds = 500;

    [Fact]
    public Task Flag_WrittenByTwoAtOnce_LosesNoWrite() => RunAsync(ShortRounds);

    [Fact]
    public Task Flag_WrittenByTwoTenThousandTimes_LosesNoWrite() => RunAsync(LongRun.Count(10_000));

    private static async Task RunAsync(int rounds)
    {
        await using RedisServer server = await RedisServer.StartAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore one = RedisStores.Open(server.Configuration, name);
        await using RedisFeatureFlagStore other = RedisStores.Open(server.Configuration, name);
        await one.SaveAsync(FaultWriter.Counter(0), 0, RedisStores.Change(FlagActions.Create));

        await Task.WhenAll(Task.Run(() => CountAsync(one, rounds)), Task.Run(() => CountAsync(other, rounds)));

        FeatureFlag flag = (await one.GetAsync(FaultTrial.CounterKey))!;
        ((int)flag.DefaultValue!.AsNumber).ShouldBe(2 * rounds);
        flag.Version.ShouldBe((2 * rounds) + 1);
        (await one.ReadAuditAsync(new AuditQuery())).Total.ShouldBe((2 * rounds) + 1);
    }

    /// <summary>Raises the flag's value by one, so many times, each time upon what is there.</summary>
    private static async Task CountAsync(RedisFeatureFlagStore store, int rounds)
    {
        FeatureFlag current = (await store.GetAsync(FaultTrial.CounterKey))!;
        for (int done = 0; done < rounds;)
        {
            try
            {
                current = await store.SaveAsync(FaultWriter.Counter((int)current.DefaultValue!.AsNumber + 1), current.Version, RedisStores.Change());
                done++;
            }
            catch (FeatureFlagConflictException conflict)
            {
                current = conflict.Current!;
            }
        }
    }
}
