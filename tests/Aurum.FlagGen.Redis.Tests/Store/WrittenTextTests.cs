using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

/// <summary>What is written is what is read.</summary>
public sealed class WrittenTextTests(StartedGarnet started) : IClassFixture<StartedGarnet>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fault06_ActorWithHalfACharacter_HasAnEntryLikeAllOthers()
    {
        GarnetHost server = await started.GetAsync();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, RedisStores.NewNamespace());
        await store.SaveAsync(RedisStores.Flag("n"), 0, RedisStores.Change(), Token);
        long version = 1;
        foreach ((string actor, string? reason) in ((string, string?)[])[("ada", null), ("mal\ud800lory", "half \udc00"), ("bob\nline", "two\nlines\u0000")])
        {
            FlagChange change = new() { Actor = actor, Action = FlagActions.UpdateStatus, Reason = reason };
            version = (await store.SaveAsync(RedisStores.Flag("n", actor.Split('\ud800')[0]), version, change, Token)).Version;
        }

        AuditPage page = await store.ReadAuditAsync(new AuditQuery { Action = FlagActions.UpdateStatus }, Token);

        page.Total.ShouldBe(3);
        page.Entries.Select(static entry => entry.Sequence).ShouldBe([4, 3, 2]);
        page.Entries.Select(static entry => entry.Actor).ShouldBe(["bob\nline", "mal\ufffdlory", "ada"]);
    }

    [Fact]
    public async Task Fault07_DefinitionThatNobodyCanRead_IsRefusedBeforeItIsWritten()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name);
        FeatureFlag good = new() { Key = "s", Type = FlagType.String, Status = FeatureFlagStatus.Enabled, DefaultValue = FlagValue.From("good") };
        await store.SaveAsync(good, 0, RedisStores.Change(), Token);

        await Should.ThrowAsync<ArgumentException>(async () => await store.SaveAsync(good with { DefaultValue = FlagValue.From("a\ud800b") }, 1, RedisStores.Change(), Token));
        ArgumentException large = await Should.ThrowAsync<ArgumentException>(
            async () => await store.SaveAsync(good with { Description = new string('d', 5_000_000) }, 1, RedisStores.Change(), Token));

        large.Message.ShouldContain("at most");
        await using RedisFeatureFlagStore other = RedisStores.Open(server.Configuration, name);
        (await other.GetAsync("s", Token))!.DefaultValue.ShouldBe(FlagValue.From("good"));
        (await store.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(1);
        store.GetHealth().UnreadableFlags.ShouldBeEmpty();
    }

    [Fact]
    public async Task Audit_BeyondItsRetention_LetsTheOldestGoAndSaysSo()
    {
        const int Changes = 130;
        const int Kept = 100;
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name, static options => options.AuditRetention = new() { MaxEntries = Kept }, log);
        await using RedisFeatureFlagStore idle = RedisStores.Open(server.Configuration, name);
        for (int i = 0; i < Changes; i++)
        {
            await store.SaveAsync(RedisStores.Number("n", i), i, RedisStores.Change(), Token);
            if (i == 10)
            {
                await idle.LoadAsync(Token);
            }
        }

        AuditPage page = await store.ReadAuditAsync(new AuditQuery { Limit = Kept + 1 }, Token);
        page.Total.ShouldBe(Kept);
        page.Entries.Select(static entry => entry.Sequence).ShouldBe(Enumerable.Range(Changes - Kept + 1, Kept).Reverse().Select(static number => (long)number));
        log.Of("FlagAuditTrimmed").ShouldHaveSingleItem().ShouldContain("100 entries");

        // What it saw last is no longer in the log; nothing is lost for all that.
        (await idle.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Version.ShouldBe(Changes);
        (await idle.SaveAsync(RedisStores.Number("n", -1), Changes, RedisStores.Change(), Token)).Version.ShouldBe(Changes + 1);
    }

    [Fact]
    public async Task Audit_OlderThanItsRetention_GoesWithTheNextChange()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        RecordingLogger log = new();
        ShiftedTime clock = new();
        await using RedisFeatureFlagStore store = RedisStores.Open(
            server.Configuration, name, static options => options.AuditRetention = new() { MaxEntries = 1000, MaxAge = TimeSpan.FromDays(1) }, log, clock);
        for (int i = 0; i < 5; i++)
        {
            await store.SaveAsync(RedisStores.Number("n", i), i, RedisStores.Change(), Token);
        }

        await RespClient.SendAsync(server.Port, "LSET", $"flaggen:{{{name}}}:audit", "1", "garbage");
        clock.Advance(TimeSpan.FromHours(23));
        await store.SaveAsync(RedisStores.Number("n", 5), 5, RedisStores.Change(), Token);
        (await store.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(6);
        log.Of("FlagAuditTrimmed").ShouldBeEmpty();

        clock.Advance(TimeSpan.FromHours(2));
        await store.SaveAsync(RedisStores.Number("n", 6), 6, RedisStores.Change(), Token);

        (await store.ReadAuditAsync(new AuditQuery(), Token)).Entries.Select(static entry => entry.Sequence).ShouldBe([7, 6]);
        log.Of("FlagAuditTrimmed").ShouldHaveSingleItem().ShouldContain("1,000 entries for 1.00:00:00");
        (await store.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Version.ShouldBe(7);
        await using RedisFeatureFlagStore other = RedisStores.Open(server.Configuration, name);
        (await other.LoadAsync(Token)).Flags.ShouldHaveSingleItem().Version.ShouldBe(7);
    }
}
