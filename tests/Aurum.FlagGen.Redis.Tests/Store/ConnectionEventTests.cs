using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class ConnectionEventTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    [Fact]
    public async Task Changed_HandlerThatThrows_SkipsNoOtherAndReachesNoCaller()
    {
        GarnetHost server = await started.GetAsync();
        ShiftedTime clock = new();
        await using RedisConnection connection = new(new RedisStoreOptions { Configuration = server.Configuration, Namespace = "n" }, clock, owner: this);
        await connection.GetAsync();
        int told = 0;
        connection.Changed += static () => throw new InvalidOperationException("The handler is broken.");
        connection.Changed += () => told++;

        connection.Miss();
        clock.Advance(TimeSpan.FromMinutes(1));
        connection.Miss();

        told.ShouldBe(1);
    }
}
