using Aurum.FlagGen.Redis.Scripts;
using Aurum.FlagGen.Redis.Tests.Servers;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class WriteScriptTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    private const string Epoch = "ee000000000000000000000000000000";

    private static readonly FlagWrite Write = new()
    {
        Id = "aa000000000000000000000000000000",
        NewEpoch = Epoch,
        Key = "a",
        ExpectedVersion = 0,
        Definition = """{"key":"a"}""",
        At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        AuditHead = """{"sequence":0,"at":"2026-01-01T00:00:00Z","actor":"ada","action":"create","key":"a","version":0,"previous_version":0}""",
    };

    [Fact]
    public async Task Write_SentAgain_IsToldAndNotRepeated()
    {
        GarnetHost server = await started.GetAsync();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server.Configuration);
        RedisKeys keys = new(RedisStores.NewNamespace());

        WriteReply first = await WriteScript.RunAsync(connection.GetDatabase(), keys, RedisPosition.Nothing, Write, AuditRetention.Unlimited);
        WriteReply second = await WriteScript.RunAsync(connection.GetDatabase(), keys, RedisPosition.Nothing, Write, AuditRetention.Unlimited);

        first.Kind.ShouldBe(WriteReplyKind.Written);
        first.Position.ShouldBe(new RedisPosition(Epoch, 1, Write.Id));
        second.ShouldBe(first);
        (await connection.GetDatabase().ListLengthAsync(keys.Audit)).ShouldBe(1);
        (await connection.GetDatabase().HashGetAsync(keys.Meta, "version")).ShouldBe(1);
    }

    [Fact]
    public async Task Write_ForeignTypeUnderAKey_StopsBeforeAnythingIsWritten()
    {
        GarnetHost server = await started.GetAsync();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server.Configuration);
        RedisKeys keys = new(RedisStores.NewNamespace());
        await connection.GetDatabase().StringSetAsync(keys.Audit, "foreign");

        await Should.ThrowAsync<RedisServerException>(() => WriteScript.RunAsync(connection.GetDatabase(), keys, RedisPosition.Nothing, Write, AuditRetention.Unlimited));

        (await connection.GetDatabase().KeyExistsAsync(keys.Flags)).ShouldBeFalse();
        (await connection.GetDatabase().KeyExistsAsync(keys.Meta)).ShouldBeFalse();
    }
}
