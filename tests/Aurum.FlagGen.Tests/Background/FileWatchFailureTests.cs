using Aurum.FlagGen.Stores;
using Aurum.FlagGen.Tests.Evaluation;
using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>A timer's or a watcher's callback that throws would end the process; here nothing comes out of any.</summary>
public sealed class FileWatchFailureTests : IDisposable
{
    private const string On = """{ "flags": { "a": { "status": "enabled", "default_value": true } } }""";
    private const string Off = """{ "flags": { "a": { "status": "disabled", "default_value": true } } }""";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(400);

    private readonly FakeTimeProvider _clock = Given.Clock();
    private readonly ManifestFolder _folder = new(On);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Watch_LookAndLoggerFail_LooksAgain()
    {
        int looks = 0;
        using FlagFileWatch watch = Watch(GuardedLogger.For(new FailingLogger<object>()), () => looks++ < 3 ? throw new InvalidOperationException() : 0);
        _folder.ReplaceBy(Off);
        for (int i = 0; i < 6; i++)
        {
            _clock.Advance(Poll);
        }

        looks.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void Watch_LookFails_IsLoggedOnce()
    {
        RecordingLogger<object> log = new();
        using FlagFileWatch watch = Watch(log, static () => throw new InvalidOperationException());
        File.Delete(_folder.Manifest);

        for (int i = 0; i < 6; i++)
        {
            _clock.Advance(Poll);
        }

        log.All.ShouldBe([$"Warning: Looking at the flag file '{_folder.Manifest}' failed; it is looked at again. Further failures are not logged until a look succeeds."]);
    }

    [Fact]
    public async Task Watch_FolderThatIsNotThere_IsLookedAtAllTheSame()
    {
        string folder = Path.Combine(_folder.Path, "later");
        string file = Path.Combine(folder, "flags.json");
        using FileFeatureFlagStore store = new(file, _clock, new FailingLogger<FileFeatureFlagStore>());
        await using IAsyncEnumerator<FlagSetChange> changes = store.WatchAsync(Token).GetAsyncEnumerator(Token);
        Task<bool> next = changes.MoveNextAsync().AsTask();
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(file, On, Token);

        for (int i = 0; i < 4; i++)
        {
            _clock.Advance(Poll);
        }

        (await next.WaitAsync(TimeSpan.FromMinutes(2), Token)).ShouldBeTrue();
        (await store.LoadAsync(Token)).Flags.Count.ShouldBe(1);
    }

    /// <summary>A file system that does not answer holds one thread, however long it takes.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Watch_LookThatHangs_IsTheOnlyOneUntilItEnds()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        TickingClock clock = new();
        TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ManualResetEventSlim hold = new();
        int looks = 0;
        using FlagFileWatch watch = new(
            new FlagFile(_folder.Manifest),
            clock,
            new RecordingLogger<object>(),
            () =>
            {
                Interlocked.Increment(ref looks);
                began.TrySetResult();
                hold.Wait(token);
            },
            static () => { });
        File.Delete(_folder.Manifest);
        Task hanging = clock.TickAsync();
        await began.Task.WaitAsync(token);

        // The file system's own notices come as well: they wait for the look that is under way.
        for (int i = 0; i < 5; i++)
        {
            watch.LookAgain(TimeSpan.Zero);
            await clock.TickAsync();
        }

        looks.ShouldBe(1);
        hold.Set();
        await hanging;
        while (Volatile.Read(ref looks) < 2)
        {
            token.ThrowIfCancellationRequested();
            await clock.TickAsync();
        }

        looks.ShouldBe(2);
    }

    [Fact]
    public void Notice_OfAnotherFile_ReadsNothing()
    {
        int changes = 0;
        int looks = 0;
        using FlagFileWatch watch = new(new FlagFile(_folder.Manifest), _clock, new RecordingLogger<object>(), () => changes++, () => looks++);

        watch.OnNotice(this, new FileSystemEventArgs(WatcherChangeTypes.Changed, _folder.Path, "app.log"));
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        (changes, looks).ShouldBe((0, 1));
        watch.OnNotice(this, new FileSystemEventArgs(WatcherChangeTypes.Changed, _folder.Path, "flags.json"));
        watch.OnNotice(this, new FileSystemEventArgs(WatcherChangeTypes.Changed, _folder.Path, "app.log"));
        _clock.Advance(TimeSpan.FromMilliseconds(50));

        (changes, looks).ShouldBe((1, 1));
    }

    [Fact(Timeout = 120_000)]
    public async Task Notice_LookAndLoggerFail_EndsNoProcess()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using FlagFileWatch watch = new(
            new FlagFile(_folder.Manifest),
            TimeProvider.System,
            GuardedLogger.For(new FailingLogger<object>()),
            () =>
            {
                looked.TrySetResult();
                throw new InvalidOperationException();
            },
            static () => throw new InvalidOperationException());
        _folder.ReplaceBy(Off);

        await looked.Task.WaitAsync(Token);
    }

    /// <summary>One member twice in a schema, by hand, in a file that a running process follows.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Edit_MemberTwiceInADefinition_IsAFaultOfThatFlagAlone()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(
            new FileFeatureFlagStore(_folder.Manifest, logger: new FailingLogger<FileFeatureFlagStore>()), cancellationToken: Token);
        _folder.ReplaceBy("""
            { "flags": { "a": { "status": "disabled", "default_value": true }, "b": { "status": "enabled", "default_value": true },
              "t": { "type": "object", "default_value": {}, "payload_schema": { "type": "object", "properties": { "dark": { "type": "boolean", "type": "boolean" } } } } } }
            """);

        while (!manager.Engine.IsEnabled("b"))
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        manager.Engine.IsEnabled("a").ShouldBeFalse();
        manager.Engine.Evaluate("t").ErrorCode.ShouldBe(EvaluationErrorCode.ParseError);
        manager.Engine.Evaluate("t").ErrorMessage.ShouldNotBeNull().ShouldContain("\"type\" is already used on line 2");
    }

    [Fact]
    public async Task Health_FileThatIsLookedAt_IsHealthyAndOneThatIsNotIsDegraded()
    {
        using FileFeatureFlagStore store = new(_folder.Manifest, _clock);
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Unhealthy);
        await store.LoadAsync(Token);
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        IAsyncEnumerator<FlagSetChange> changes = store.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        Task<bool> next = changes.MoveNextAsync().AsTask();
        _clock.Advance(TimeSpan.FromMinutes(1));
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(next);
        await changes.DisposeAsync();
        _clock.Advance(TimeSpan.FromSeconds(16));

        FeatureFlagStoreHealth health = store.GetHealth();
        health.Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        health.Cause.ShouldNotBeNull().ShouldContain("has confirmed nothing for 16 seconds");
    }

    [Fact]
    public async Task Health_BrokenEdit_IsDegradedWithItsPlaceUntilRepaired()
    {
        using FileFeatureFlagStore store = new(_folder.Manifest, _clock);
        await store.LoadAsync(Token);
        _folder.ReplaceBy("{ \"flags\": }");
        await store.LoadAsync(Token);
        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        store.GetHealth().Cause.ShouldNotBeNull().ShouldStartWith($"{_folder.Manifest}(1,");

        _folder.ReplaceBy(Off);
        await store.LoadAsync(Token);

        store.GetHealth().Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
    }

    private FlagFileWatch Watch(ILogger log, Func<int> look) => new(new FlagFile(_folder.Manifest), _clock, log, () => look(), static () => { });
}
