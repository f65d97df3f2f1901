using System.Text.Json;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Faults;

/// <summary>Faults of what is published and of who may hear it, of what stands between, and of numbers and files: none is wrong, none is silent.</summary>
public sealed class HearingFaultTests
{
    [Fact]
    public async Task User_WithoutTheChannel_FindsEverythingByAsking()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        (await server.SendAsync("ACL", "SETUSER", "reader", "on", ">pw", "~flaggen:*", "resetchannels", "+@all")).ShouldBe("OK");
        string reader = server.Configuration + ",user=reader,password=pw";
        await using FaultTrial trial = await FaultTrial.StartAsync("no right to the channel", server.Configuration, reader, reader);

        trial.Begin();
        await trial.GoOnAsync();
        await FaultTrial.UntilAsync(() => trial.Readers.All(static reader => reader.Store.GetHealth().Cause?.Contains("ACL SETUSER", StringComparison.Ordinal) == true));
        trial.Log.Of("FlagChangesUnheard").Count.ShouldBe(trial.Readers.Count);
        (await server.SendAsync("ACL", "SETUSER", "reader", "allchannels")).ShouldBe("OK");
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Client_ThatMayNotSubscribe_FindsEverythingByAsking()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        string reader = server.Configuration + ",$SUBSCRIBE=";
        await using FaultTrial trial = await FaultTrial.StartAsync("`$SUBSCRIBE=` in the configuration", server.Configuration, reader, reader);

        trial.Begin();
        await trial.GoOnAsync();
        await FaultTrial.UntilAsync(() => trial.Log.Of("FlagChangesUnheard").Count == trial.Readers.Count);
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync(isHeard: false);
    }

    [Fact]
    public async Task Proxy_ThatCarriesNoPublications_IsNoticed()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultyLink link = FaultyLink.To(server.Port);
        await using FaultTrial trial = await FaultTrial.StartAsync("a proxy without publications", server.Configuration, link.Configuration, link.Configuration);

        trial.Begin();
        link.LoseEveryMessage();
        await FaultTrial.UntilAsync(() => trial.Readers.All(static reader => reader.Store.GetHealth().Status == FeatureFlagStoreStatus.Degraded));
        trial.Log.Of("FlagChangesUnheard").Count.ShouldBe(trial.Readers.Count);
        link.Mend();
        trial.End();

        await trial.GoOnAsync();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Publication_OfGarbage_IsBelievedByNobody()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("garbage published 60 times", server.Configuration);
        string epoch = await server.SendAsync("HGET", trial.Prefix + "meta", "epoch");

        trial.Begin();
        for (int i = 0; i < 20; i++)
        {
            foreach (string message in (string[])["garbage", $"{epoch} 9223372036854775807 x", $"{epoch} 800000000000000 x"])
            {
                await server.SendAsync("PUBLISH", trial.Prefix + "changes", message);
            }

            await trial.GoOnAsync();
        }

        trial.End();
        await trial.VerifyAsync();
        trial.Log.Of("FlagPublicationForeign").Count.ShouldBeGreaterThanOrEqualTo(trial.Readers.Count);
    }

    [Theory]
    [InlineData("version", "1e30")]
    [InlineData("version", "99999999999999999999999")]
    [InlineData("base", "-9")]
    public async Task Number_OutOfRange_IsFoundOutAndRestored(string member, string value)
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync($"`{member}` is {value}", server.Configuration);

        trial.Begin();
        await server.SendAsync("HSET", trial.Prefix + "meta", member, value);
        trial.End();

        await trial.ExpectLossAsync();
        await trial.RestoreAsync();
        await trial.GoOnAsync();
        await trial.VerifyAsync(keepsPromise: false);
    }

    [Fact]
    public async Task Version_OutOfRange_IsWrittenAnew()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("a flag's version out of range, 20 times", server.Configuration);

        trial.Begin();
        for (int i = 0; i < 20; i++)
        {
            await server.SendAsync("HSET", trial.Prefix + "flags", FaultTrial.CounterKey, "99999999999999999999999 {}");
            await trial.GoOnAsync();
        }

        trial.End();
        await trial.VerifyAsync();
    }

    [Fact]
    public async Task Memory_ThatEvicts_IsFoundOutAndRestored()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using FaultTrial trial = await FaultTrial.StartAsync("a key evicted under `maxmemory`", server.Configuration);

        trial.Begin();
        await server.SendAsync("CONFIG", "SET", "maxmemory-policy", "allkeys-random");
        await server.SendAsync("CONFIG", "SET", "maxmemory", "2mb");
        string filler = new('x', 50_000);
        for (int i = 0; !await IsEvictedAsync(server, trial); i++)
        {
            await server.SendAsync("SET", $"filler:{i % 40}", filler);
        }

        await server.SendAsync("CONFIG", "SET", "maxmemory", "0");
        trial.End();

        await trial.ExpectLossAsync();
        await trial.RestoreAsync();
        await trial.GoOnAsync();
        await trial.VerifyAsync(keepsPromise: false);
    }

    [Fact]
    public async Task File_SharedByTwoProcesses_IsWholeAllTheTime()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("flaggen-shared-");
        string file = Path.Combine(folder.FullName, "flags.last.json");
        await using RedisServer server = await RedisServer.StartAsync();
        await using (FaultTrial trial = await FaultTrial.StartAsync(
            "two processes with one last-known-good file", server.Configuration, options => options.LastKnownGoodFile = file, server.Configuration, server.Configuration))
        {
            trial.Begin();
            await FaultTrial.UntilAsync(() => File.Exists(file));
            for (int i = 0; i < 20; i++)
            {
                // A process that began before the second flag was written keeps the first alone, until it has read on.
                CountFlags().ShouldBeInRange(1, 2);
                await trial.GoOnAsync();
            }

            await FaultTrial.UntilAsync(() => CountFlags() == 2);

            trial.End();
            await trial.VerifyAsync();
            trial.Log.Of("LastKnownGoodNotWritten").ShouldBeEmpty();
        }

        folder.Delete(recursive: true);

        int CountFlags()
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.GetProperty("flags").GetArrayLength();
        }
    }

    private static async Task<bool> IsEvictedAsync(RedisServer server, FaultTrial trial)
    {
        foreach (string key in (string[])["meta", "flags", "changed", "audit"])
        {
            if (await server.SendAsync("EXISTS", trial.Prefix + key) == "0")
            {
                return true;
            }
        }

        return false;
    }
}
