using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Faults;

/// <summary>A redis-server that fails in each way that servers and networks fail, while one process writes and two evaluate.</summary>
public sealed class FaultTests
{
    private const int Rounds = 20;

    [Fact]
    public async Task Server_KilledAndStartedWithItsData_LosesNothing()
    {
        await using RedisServer server = await RedisServer.StartAsync(RedisServer.EveryWriteOnDisk);
        await using FaultTrial trial = await FaultTrial.StartAsync("kill -9, restart with appendfsync always", server.Configuration);

        trial.Begin();
        await server.KillAsync();
        await FaultTrial.UntilAsync(() => trial.Writer.Failures > 3 && trial.Readers.All(static reader => reader.Engine.StoreFault is not null));
        await server.RestartAsync();
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Server_KilledAndStartedWithoutItsData_IsFoundOutAndRestored()
    {
        await using RedisServer server = await RedisServer.StartAsync(RedisServer.NoPersistence);
        await using FaultTrial trial = await FaultTrial.StartAsync("kill -9, restart without persistence", server.Configuration);

        trial.Begin();
        await server.KillAsync();
        await server.RestartAsync();
        trial.End();

        await trial.ExpectLossAsync();
        await trial.RestoreAsync();
        await trial.GoOnAsync();
        await trial.VerifyAsync(keepsPromise: false);
    }

    [Fact]
    public async Task Server_Flushed_IsFoundOutAndRestored()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("FLUSHALL", server.Configuration);

        trial.Begin();
        (await server.SendAsync("FLUSHALL")).ShouldBe("OK");
        trial.End();

        await trial.ExpectLossAsync();
        await trial.RestoreAsync();
        await trial.GoOnAsync();
        await trial.VerifyAsync(keepsPromise: false);
    }

    [Fact]
    public async Task Server_StandsStillForFiveSeconds_LosesNothing()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("SIGSTOP, 5 s", server.Configuration);

        trial.Begin();
        server.Freeze();
        using (PeriodicTimer fiveSeconds = new(TimeSpan.FromSeconds(5)))
        {
            await fiveSeconds.WaitForNextTickAsync();
        }

        server.Thaw();
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Link_CutAndMended_LosesNothing()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultyLink link = FaultyLink.To(server.Port);
        await using FaultTrial trial = await FaultTrial.StartAsync("link cut", link.Configuration);

        trial.Begin();
        link.Cut();
        await FaultTrial.UntilAsync(() => trial.Writer.Failures > 3 && trial.Readers.All(static reader => reader.Engine.StoreFault is not null));
        link.Mend();
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Link_BrokenAgainAndAgain_LosesNothing()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultyLink link = FaultyLink.To(server.Port);
        await using FaultTrial trial = await FaultTrial.StartAsync("connections broken 5 times", link.Configuration);

        trial.Begin();
        for (int i = 0; i < 5; i++)
        {
            link.Break();
            await trial.GoOnAsync();
        }

        trial.End();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Link_Slow_LosesNothing()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultyLink link = FaultyLink.To(server.Port);
        await using FaultTrial trial = await FaultTrial.StartAsync("link slow by 2 × 200 ms", link.Configuration);

        trial.Begin();
        link.Delay = TimeSpan.FromMilliseconds(200);
        await trial.GoOnAsync();
        link.Delay = TimeSpan.Zero;
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Link_ThatLosesAnswers_WritesNothingTwice()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultyLink link = FaultyLink.To(server.Port);
        await using FaultTrial trial = await FaultTrial.StartAsync("answers lost, commands carried out", link.Configuration, server.Configuration, server.Configuration);

        trial.Begin();
        for (int i = 0; i < 5; i++)
        {
            link.LoseReplies();
            int seen = trial.Readers[0].Counter;
            await FaultTrial.UntilAsync(() => trial.Readers[0].Counter > seen);
            link.Break();
            link.Mend();
            await trial.GoOnAsync();
        }

        trial.End();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Subscriber_ThatLosesEverySecondMessage_HearsOfEverything()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultyLink link = FaultyLink.To(server.Port);
        link.LoseEverySecondMessage();
        await using FaultTrial trial = await FaultTrial.StartAsync("every second message lost", server.Configuration, link.Configuration, link.Configuration);

        trial.Begin();
        for (int i = 0; i < Rounds; i++)
        {
            await trial.GoOnAsync();
        }

        trial.End();
        await trial.VerifyAsync();
        link.LostMessages.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Values_Damaged_AreSetAsideAndWrittenAnew()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("values damaged 20 times", server.Configuration);

        trial.Begin();
        for (int i = 0; i < Rounds; i++)
        {
            await server.SendAsync("HSET", trial.Prefix + "flags", FaultTrial.CounterKey, "\0not a flag");
            await trial.GoOnAsync();
        }

        trial.End();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Key_OfAForeignType_IsNamedAndRestored()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("a key overwritten with another type", server.Configuration);

        trial.Begin();
        await server.SendAsync("SET", trial.Prefix + "flags", "foreign");
        await FaultTrial.UntilAsync(() => trial.Writer.Failures > 3 && trial.Readers.All(static reader => reader.Engine.StoreFault?.Contains("WRONGTYPE", StringComparison.Ordinal) == true));
        trial.End();

        trial.Writer.Messages.ShouldAllBe(static message => message.Contains("WRONGTYPE", StringComparison.Ordinal));
        await trial.RestoreAsync();
        await trial.GoOnAsync();
        await trial.VerifyAsync(keepsPromise: false);
    }

    [Theory]
    [InlineData("OOM", "no memory left", "CONFIG SET maxmemory 1", "CONFIG SET maxmemory 0")]
    [InlineData("READONLY", "is a replica", "REPLICAOF 127.0.0.1 1", "REPLICAOF NO ONE")]
    [InlineData("NOREPLICAS", "too few replicas", "CONFIG SET min-replicas-to-write 3", "CONFIG SET min-replicas-to-write 0")]
    public async Task Server_ThatRefusesWrites_IsNamedAndForgiven(string code, string expected, string begin, string end)
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync(code, server.Configuration);

        trial.Begin();
        (await server.SendAsync(begin.Split(' '))).ShouldBe("OK");
        await FaultTrial.UntilAsync(() => trial.Writer.Messages.Any(message => message.Contains(expected, StringComparison.Ordinal)));
        (await server.SendAsync(end.Split(' '))).ShouldBe("OK");
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync();
    }

    [SlowFact]
    public async Task Credentials_ThatAreWrong_AreNamed()
    {
        await using RedisServer server = await RedisServer.StartAsync([.. RedisServer.NoPersistence, "--requirepass", "right"]);
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration + ",password=wrong", RedisStores.NewNamespace(), static options => options.StartupTimeout = TimeSpan.FromSeconds(20));

        FeatureFlagStoreException load = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync());
        FeatureFlagStoreException save = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change()));

        load.Message.ShouldContain("refuses the credentials");
        save.Message.ShouldContain("was not written");
        save.Message.ShouldContain("refuses the credentials");
    }
}
