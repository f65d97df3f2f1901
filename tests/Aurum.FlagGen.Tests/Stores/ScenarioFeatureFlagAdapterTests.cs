using Aurum.FlagGen.Tests.Management;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class ScenarioFeatureFlagAdapterTests : IDisposable
{
    private static readonly FlagChange Change = new() { Actor = "test", Action = FlagActions.Create };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryFeatureFlagStore _generic;
    private readonly InMemoryFeatureFlagStore _scenarios;
    private readonly ScenarioFeatureFlagAdapter _adapter;

    public ScenarioFeatureFlagAdapterTests()
    {
        _generic = new InMemoryFeatureFlagStore(_clock);
        _scenarios = new InMemoryFeatureFlagStore(_clock);
        _adapter = new ScenarioFeatureFlagAdapter(_generic, _scenarios);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _adapter.Dispose();

    [Theory]
    [InlineData("scenario:s:flag", true)]
    [InlineData("scenario:s:group:flag", true)]
    [InlineData("scenario:s:scenario:t:flag", true)]
    [InlineData("flag", false)]
    [InlineData("scenario:s", false)]
    [InlineData("scenario:s:", false)]
    [InlineData("scenario::flag", false)]
    [InlineData("Scenario:s:flag", false)]
    [InlineData("my.scenario:s:flag", false)]
    public async Task Save_Key_GoesToTheStoreThatItBelongsTo(string key, bool isOfScenario)
    {
        await SaveAsync(key);

        (await _generic.GetAsync(key, Token) is not null).ShouldBe(!isOfScenario);
        (await _scenarios.GetAsync(key, Token) is not null).ShouldBe(isOfScenario);
        (await _adapter.GetAsync(key, Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Load_BothStores_AreOneSet()
    {
        await SaveAsync("flag");
        await SaveAsync("scenario:s:flag");

        FlagSet set = await _adapter.LoadAsync(Token);

        set.Flags.Select(static flag => flag.Key).ShouldBe(["flag", "scenario:s:flag"]);
        set.Version.ShouldBe("1|1");
    }

    [Fact]
    public async Task Load_FlagsInTheWrongStore_AreNotSeen()
    {
        await _generic.SaveAsync(new FeatureFlag { Key = "scenario:s:flag" }, 0, Change, Token);
        await _scenarios.SaveAsync(new FeatureFlag { Key = "flag" }, 0, Change, Token);

        (await _adapter.LoadAsync(Token)).Flags.ShouldBeEmpty();
        (await _adapter.GetAsync("flag", Token)).ShouldBeNull();
        (await _adapter.GetAsync("scenario:s:flag", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Load_SegmentsAndFaultsOfBoth_AreKept()
    {
        using ManifestFolder generic = new("""{ "flags": { "a": { "status": "enabled" }, "bad": 1 }, "segments": { "x": { "include": ["1"] }, "both": { "include": ["generic"] } } }""");
        using ManifestFolder scenarios = new("""{ "flags": { "scenario:s:bad": 2 }, "segments": { "y": { "include": ["2"] }, "both": { "include": ["scenarios"] } } }""");
        await using ScenarioFeatureFlagAdapter adapter = new(new FileFeatureFlagStore(generic.Manifest), new FileFeatureFlagStore(scenarios.Manifest));
        await adapter.LoadAsync(Token);
        scenarios.ReplaceBy("{");

        FlagSet set = await adapter.LoadAsync(Token);

        set.Segments.Select(static segment => segment.Name).ShouldBe(["x", "both", "y"]);
        set.Segments[1].Include.ShouldBe(["generic"]);
        set.Unreadable.Keys.ShouldBe(["bad", "scenario:s:bad"]);
        set.Fault.ShouldNotBeNull().ShouldStartWith(scenarios.Manifest);
    }

    [Fact]
    public async Task Load_DeclarationsThatTheBuildRefuses_AreKeptOfBoth()
    {
        InMemoryFeatureFlagStore generic = InMemoryFeatureFlagStore.FromManifest("""{ "segments": { "vip": { "exclud": ["u1"] } }, "flags": {} }""");
        InMemoryFeatureFlagStore scenarios = InMemoryFeatureFlagStore.FromManifest("""{ "segments": { "late": { "includ": ["u2"] } }, "flags": {} }""");
        await using ScenarioFeatureFlagAdapter adapter = new(generic, scenarios);

        IReadOnlyList<string> faults = (await adapter.LoadAsync(Token)).DeclarationFaults;

        faults.Count.ShouldBe(2);
        faults[0].ShouldContain("exclud");
        faults[1].ShouldContain("includ");
    }

    [Fact]
    public async Task Audit_OfBothStores_IsOneLogByTime()
    {
        string[] keys = ["a", "scenario:s:a", "scenario:s:b", "b", "c"];
        foreach (string key in keys)
        {
            await SaveAsync(key);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        List<AuditEntry> entries = [];
        for (int page = 1; page <= 4; page++)
        {
            AuditPage read = await _adapter.ReadAuditAsync(new AuditQuery { Page = page, Limit = 2 }, Token);
            (read.Page, read.Limit, read.Total).ShouldBe((page, 2, 5));
            entries.AddRange(read.Entries);
        }

        entries.Select(static entry => entry.Key).ShouldBe(keys.Reverse());
        entries.Select(static entry => entry.Sequence).ShouldBe([5L, 4, 3, 2, 1]);
    }

    [Fact]
    public async Task Audit_MoreThanAPageOfTheStores_IsReadToTheEnd()
    {
        for (int i = 0; i < 600; i++)
        {
            await SaveAsync($"flag{i}");
            await SaveAsync($"scenario:s:flag{i}");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        AuditPage last = await _adapter.ReadAuditAsync(new AuditQuery { Page = 3, Limit = 500 }, Token);

        last.Total.ShouldBe(1200);
        last.Entries.Count.ShouldBe(200);
        last.Entries[^1].Sequence.ShouldBe(1);
        last.Entries.Select(static entry => entry.Key).Order().ShouldBe(
            Enumerable.Range(0, 100).SelectMany(static i => new[] { $"flag{i}", $"scenario:s:flag{i}" }).Order());
    }

    /// <summary>Files, whose pages begin at the end of the log each: in the order of time, each log in its own.</summary>
    [Fact]
    public async Task Audit_OfFiles_EveryPageIsOfOneLog()
    {
        using ManifestFolder generic = new("""{ "flags": {} }""");
        using ManifestFolder scenarios = new("""{ "flags": {} }""");
        await using ScenarioFeatureFlagAdapter adapter = new(new FileFeatureFlagStore(generic.Manifest, _clock), new FileFeatureFlagStore(scenarios.Manifest, _clock));
        List<string> keys = [];
        for (int i = 0; i < 23; i++)
        {
            keys.Add(i % 3 == 0 ? $"scenario:s:f{i}" : $"f{i}");
            await adapter.SaveAsync(new FeatureFlag { Key = keys[^1] }, 0, Change with { Actor = i % 2 == 0 ? "even" : "odd" }, Token);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        keys.Reverse();
        for (int limit = 1; limit <= 24; limit += 4)
        {
            (await ReadAsync(adapter, new AuditQuery { Limit = limit })).ShouldBe(keys);
            (await ReadAsync(adapter, new AuditQuery { Limit = limit, Actor = "odd" })).ShouldBe(keys.Where(static (_, index) => index % 2 == 1));
        }
    }

    /// <summary>A late page costs what lies before it, once: not once for each page before it.</summary>
    [Fact]
    public async Task Audit_LatePage_IsReadOnceToItsEnd()
    {
        StreamingStore generic = new(entries: 5_000);
        StreamingStore scenarios = new(entries: 5_000);
        await using ScenarioFeatureFlagAdapter adapter = new(generic, scenarios);

        AuditPage page = await adapter.ReadAuditAsync(new AuditQuery { Page = 41, Limit = 100 }, Token);

        page.Total.ShouldBe(10_000);
        page.Entries.Select(static entry => entry.Sequence).ShouldBe(Enumerable.Range(0, 100).Select(static i => 6_000L - i));
        (generic.Streamed + scenarios.Streamed).ShouldBeInRange(4_100, 4_102);
        (generic.Paged + scenarios.Paged).ShouldBe(2);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("flag")]
    [InlineData("scenario:s:flag")]
    public async Task Watch_ChangeOfEitherStore_IsToldWithTheVersionOfBoth(string key)
    {
        await SaveAsync("before");
        await SaveAsync("scenario:s:before");
        CancellationToken token = TestContext.Current.CancellationToken;
        await using IAsyncEnumerator<FlagSetChange> changes = _adapter.WatchAsync(token).GetAsyncEnumerator(token);
        ValueTask<bool> next = changes.MoveNextAsync();

        await SaveAsync(key);

        (await next).ShouldBeTrue();
        changes.Current.Version.ShouldBe((await _adapter.LoadAsync(Token)).Version);
    }

    [Fact(Timeout = 120_000)]
    public async Task Watch_OneStoreThatEnds_GoesOnWithTheOther()
    {
        using ManifestFolder folder = new("""{ "flags": {} }""");
        FileFeatureFlagStore ending = new(folder.Manifest);
        await using ScenarioFeatureFlagAdapter adapter = new(_generic, ending);
        CancellationToken token = TestContext.Current.CancellationToken;
        await using IAsyncEnumerator<FlagSetChange> changes = adapter.WatchAsync(token).GetAsyncEnumerator(token);
        ValueTask<bool> next = changes.MoveNextAsync();
        ending.Dispose();

        await SaveAsync("flag");

        (await next).ShouldBeTrue();
        changes.Current.Version.ShouldStartWith("1|");
    }

    /// <summary>
    /// As without the adapter: a store that never gave anything leaves the manifests alone to decide.
    /// </summary>
    [Theory]
    [InlineData(true, FeatureFlagStoreStatus.Unhealthy)]
    [InlineData(false, FeatureFlagStoreStatus.Degraded)]
    public async Task Health_StoreThatSaysNothingOfItself_IsNoneUntilItHasGivenFlags(bool isGeneric, FeatureFlagStoreStatus before)
    {
        BreakingStore breaking = new(_generic) { IsAway = true };
        await using ScenarioFeatureFlagAdapter adapter = isGeneric ? new(breaking, _scenarios) : new(_scenarios, breaking);
        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await adapter.LoadAsync(Token));

        adapter.GetHealth().Status.ShouldBe(before);
        adapter.GetHealth().Cause.ShouldNotBeNull().ShouldEndWith("The store BreakingStore has given no flags yet.");

        breaking.IsAway = false;
        await adapter.LoadAsync(Token);
        adapter.GetHealth().ShouldBe(new FeatureFlagStoreHealth(FeatureFlagStoreStatus.Healthy));
    }

    [Fact]
    public void Adapter_OverOneStoreTwice_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ScenarioFeatureFlagAdapter(_generic, _generic)).Message.ShouldContain("give them a store of their own");

    private static async Task<List<string>> ReadAsync(ScenarioFeatureFlagAdapter adapter, AuditQuery query)
    {
        List<AuditEntry> entries = [];
        AuditPage page;
        do
        {
            page = await adapter.ReadAuditAsync(query, Token);
            entries.AddRange(page.Entries);
            query = query with { Page = query.Page + 1 };
        }
        while (page.Entries.Count > 0);

        entries.Select(static entry => entry.Sequence).ShouldBe(Enumerable.Range(0, page.Total).Select(i => (long)page.Total - i));
        return [.. entries.Select(static entry => entry.Key)];
    }

    private ValueTask<FeatureFlag> SaveAsync(string key) => _adapter.SaveAsync(new FeatureFlag { Key = key }, 0, Change, Token);
}
