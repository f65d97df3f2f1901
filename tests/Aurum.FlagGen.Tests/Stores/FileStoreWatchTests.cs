using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class FileStoreWatchTests : IAsyncLifetime
{
    private const string On = """{ "flags": { "a": { "status": "enabled" } } }""";
    private const string Off = """{ "flags": { "a": { "status": "disabled" } } }""";
    private const string Broken = "{\n  \"flags\": {\n    \"a\": { \"status\" \"enabled\" }\n  }\n}";

    private readonly ManifestFolder _folder = new(On);
    private readonly RecordingLogger<FileFeatureFlagStore> _log = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private FileFeatureFlagStore _store = null!;
    private IAsyncEnumerator<FlagSetChange> _changes = null!;
    private Task<bool> _next = null!;

    public async ValueTask InitializeAsync()
    {
        _store = new FileFeatureFlagStore(_folder.Manifest, logger: _log);
        await _store.LoadAsync(_stop.Token);
        _changes = _store.WatchAsync(_stop.Token).GetAsyncEnumerator(_stop.Token);
        _next = _changes.MoveNextAsync().AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _next;
        await _changes.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Watch_FileWrittenInPlace_Tells()
    {
        await File.WriteAllTextAsync(_folder.Manifest, Off, _stop.Token);

        (await ChangedAsync()).Flags[0].Status.ShouldBe(FeatureFlagStatus.Disabled);
    }

    [Theory]
    [InlineData(Off, FeatureFlagStatus.Disabled, null)]
    [InlineData(Broken, FeatureFlagStatus.Enabled, "(3,")]
    public async Task Watch_WithinASecondOfItsClock_TellsWhetherNoticesComeOrNot(string text, FeatureFlagStatus expected, string? place)
    {
        FakeTimeProvider clock = new();
        using FileFeatureFlagStore store = new(_folder.Manifest, clock);
        await store.LoadAsync(_stop.Token);
        await using IAsyncEnumerator<FlagSetChange> changes = store.WatchAsync(_stop.Token).GetAsyncEnumerator(_stop.Token);
        Task<bool> next = changes.MoveNextAsync().AsTask();
        await File.WriteAllTextAsync(_folder.Manifest, text, _stop.Token);

        for (int i = 0; i < 9; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        (await next.WaitAsync(TimeSpan.FromMinutes(2), _stop.Token)).ShouldBeTrue();
        FlagSet set = await store.LoadAsync(_stop.Token);
        set.Flags[0].Status.ShouldBe(expected);
        (set.Fault is null).ShouldBe(place is null);
        set.Fault?.ShouldContain(place!);
    }

    [Fact]
    public async Task Watch_FileReplacedByRename_Tells()
    {
        _folder.ReplaceBy(Off);

        (await ChangedAsync()).Flags[0].Status.ShouldBe(FeatureFlagStatus.Disabled);
    }

    [Fact]
    public async Task Watch_BrokenEdit_KeepsTheLastFlagsAndSaysWhere()
    {
        _folder.ReplaceBy(Broken);

        FlagSet set = await ChangedAsync();

        set.Flags[0].Status.ShouldBe(FeatureFlagStatus.Enabled);
        set.Fault.ShouldNotBeNull().ShouldStartWith($"{_folder.Manifest}(3,");
        set.Fault.ShouldContain("AFG1001: ");
        _log.All.ShouldBe([$"Warning: {set.Fault} The last good flags stay in force."]);
    }

    [Fact]
    public async Task Watch_BrokenEditLookedAtOften_IsLoggedOnceAndItsRepairToo()
    {
        _folder.ReplaceBy(Broken);
        await ChangedAsync();
        await _store.LoadAsync(_stop.Token);
        await _store.LoadAsync(_stop.Token);

        _folder.ReplaceBy(Off);
        FlagSet set = await ChangedAsync();

        set.Fault.ShouldBeNull();
        set.Flags[0].Status.ShouldBe(FeatureFlagStatus.Disabled);
        _log.All.Count.ShouldBe(2);
        _log.All[1].ShouldBe($"Information: The flag file '{_folder.Manifest}' can be read again; its flags are in force.");
    }

    [Fact]
    public async Task Watch_FileDeleted_KeepsTheLastFlagsAndTellsWhenItIsBack()
    {
        File.Delete(_folder.Manifest);
        FlagSet gone = await ChangedAsync();
        _folder.ReplaceBy(Off);
        FlagSet back = await ChangedAsync();

        gone.Fault.ShouldNotBeNull().ShouldContain("does not exist");
        gone.Flags.Count.ShouldBe(1);
        back.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Watch_OneFlagUnreadable_OthersChangeAndTheFaultIsLoggedWithItsPlace()
    {
        _folder.ReplaceBy("{\n  \"flags\": {\n    \"a\": { \"status\": \"on\" },\n    \"b\": { \"status\": \"enabled\" }\n  }\n}");

        FlagSet set = await ChangedAsync();

        set.Fault.ShouldBeNull();
        set.Flags.Select(static flag => flag.Key).ShouldBe(["b"]);
        set.Unreadable.Keys.ShouldBe(["a"]);
        string line = await _log.NextAsync(_stop.Token);
        line.ShouldStartWith($"Warning: {_folder.Manifest}(3,");
        line.ShouldContain("AFG1010: ");
    }

    [Fact]
    public async Task Watch_DirectoryLinkTurned_Tells()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using MountedConfiguration mount = new(On);
        using FileFeatureFlagStore store = new(mount.Manifest);
        await using IAsyncEnumerator<FlagSetChange> changes = store.WatchAsync(_stop.Token).GetAsyncEnumerator(_stop.Token);
        Task<bool> next = changes.MoveNextAsync().AsTask();

        mount.Turn(Off);

        (await next.WaitAsync(TimeSpan.FromMinutes(2), _stop.Token)).ShouldBeTrue();
        (await store.LoadAsync(_stop.Token)).Flags[0].Status.ShouldBe(FeatureFlagStatus.Disabled);
    }

    [Fact]
    public async Task Dispose_WhileWatched_EndsTheWatch()
    {
        _store.Dispose();

        (await _next.WaitAsync(TimeSpan.FromMinutes(2), _stop.Token)).ShouldBeFalse();
    }

    private async Task<FlagSet> ChangedAsync()
    {
        (await _next.WaitAsync(TimeSpan.FromMinutes(2), _stop.Token)).ShouldBeTrue();
        _next = _changes.MoveNextAsync().AsTask();
        return await _store.LoadAsync(_stop.Token);
    }
}
