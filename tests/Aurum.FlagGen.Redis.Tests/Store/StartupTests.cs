using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class StartupTests(StartedGarnet started) : IClassFixture<StartedGarnet>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen-last-known-");

    private string File => Path.Combine(_folder.FullName, "flags.last.json");

    [Theory]
    [InlineData(RedisStartupMode.WaitForStore)]
    [InlineData(RedisStartupMode.ManifestDefaults)]
    public async Task Load_NoServer_SaysSoAndIsUnhealthy(RedisStartupMode mode)
    {
        await using RedisFeatureFlagStore store = RedisStores.Open(Unreachable.Configuration, RedisStores.NewNamespace(), options =>
        {
            options.Startup = mode;
            options.StartupTimeout = TimeSpan.FromMilliseconds(300);
        });

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync());

        exception.ShouldNotBeOfType<FeatureFlagDataLossException>();
        FeatureFlagStoreHealth health = store.GetHealth();
        health.Status.ShouldBe(FeatureFlagStoreStatus.Unhealthy);
        health.Cause.ShouldNotBeNullOrEmpty();
        health.Age.ShouldBeNull();
    }

    [Fact]
    public async Task Save_NoServer_FailsAtOnceAndCertainly()
    {
        await using RedisFeatureFlagStore store = RedisStores.Open(Unreachable.Configuration, RedisStores.NewNamespace());

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change()));

        exception.Message.ShouldContain("The flag 'a' was not written");
        exception.Message.ShouldContain("There is no connection");
    }

    [Fact]
    public async Task Load_NoServerButAFile_GivesTheLastKnownFlagsWithTheirAge()
    {
        string name = RedisStores.NewNamespace();
        await FillAsync(name);

        await using RedisFeatureFlagStore store = RedisStores.Open(Unreachable.Configuration, name, options =>
        {
            options.Startup = RedisStartupMode.LastKnownGood;
            options.LastKnownGoodFile = File;
            options.StartupTimeout = TimeSpan.FromMilliseconds(300);
        });
        FlagSet set = await store.LoadAsync();

        set.Flags.Select(static flag => $"{flag.Key} {flag.Version}").Order().ShouldBe(["a 2", "b 1"]);
        set.Fault.ShouldNotBeNull().ShouldContain("The flags in force are those of 20");
        FeatureFlagStoreHealth health = store.GetHealth();
        health.Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        health.Age!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Load_ServerThatLostEverything_IsFoundOutByTheFile()
    {
        string name = RedisStores.NewNamespace();
        await FillAsync(name);
        GarnetHost server = await started.GetAsync();
        await RespClient.SendAsync(server.Port, "DEL", $"flaggen:{{{name}}}:meta", $"flaggen:{{{name}}}:flags", $"flaggen:{{{name}}}:changed", $"flaggen:{{{name}}}:audit");

        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name, options =>
        {
            options.Startup = RedisStartupMode.LastKnownGood;
            options.LastKnownGoodFile = File;
        });
        FlagSet set = await store.LoadAsync();

        set.Flags.Count.ShouldBe(2);
        set.Fault.ShouldNotBeNull().ShouldContain("has lost data");
        await Should.ThrowAsync<FeatureFlagDataLossException>(async () => await store.SaveAsync(RedisStores.Flag("c"), 0, RedisStores.Change()));
        (await store.RestoreAsync(RedisRestoreSource.Process, "ada")).ShouldBeTrue();
        FlagSet restored = await store.LoadAsync();
        restored.Fault.ShouldBeNull();
        restored.Flags.Select(static flag => $"{flag.Key} {flag.Version}").Order().ShouldBe(["a 2", "b 1"]);
    }

    [Fact]
    public async Task Load_WithAFile_WritesItForItsOwnerAlone()
    {
        await FillAsync(RedisStores.NewNamespace());

        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _folder.GetFiles().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"format\": 1, \"namespace\": ")]
    [InlineData("{ \"format\": 1, \"namespace\": \"another\" }")]
    [InlineData("{ \"format\": 2 }")]
    [InlineData("[]")]
    public async Task Load_FileThatCannotBeRead_IsPassedOver(string content)
    {
        await System.IO.File.WriteAllTextAsync(File, content);
        await using RedisFeatureFlagStore store = RedisStores.Open(Unreachable.Configuration, RedisStores.NewNamespace(), options =>
        {
            options.Startup = RedisStartupMode.LastKnownGood;
            options.LastKnownGoodFile = File;
            options.StartupTimeout = TimeSpan.FromMilliseconds(300);
        });

        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync());
    }

    [Fact]
    public async Task Load_CallerGivesUp_EndsBeforeTheLimit()
    {
        await using RedisFeatureFlagStore store = RedisStores.Open(Unreachable.Configuration, RedisStores.NewNamespace(), static options => options.StartupTimeout = TimeSpan.FromMinutes(1));
        using CancellationTokenSource caller = new(TimeSpan.FromMilliseconds(300));

        // At the limit it would be the store's own exception.
        await Should.ThrowAsync<OperationCanceledException>(async () => await store.LoadAsync(caller.Token));
    }

    [Fact]
    public void Options_WithEveryFault_AreRefusedWithAllOfThem()
    {
        ArgumentException exception = Should.Throw<ArgumentException>(static () => new RedisFeatureFlagStore(new RedisStoreOptions
        {
            Namespace = "two words",
            Startup = RedisStartupMode.LastKnownGood,
            PollInterval = TimeSpan.Zero,
            ReadTimeout = TimeSpan.FromDays(100),
        }));

        exception.Message.ShouldContain("Configuration is empty");
        exception.Message.ShouldContain("Namespace is 'two words'");
        exception.Message.ShouldContain("LastKnownGoodFile names no file");
        exception.Message.ShouldContain("PollInterval is 00:00:00");
        exception.Message.ShouldContain("ReadTimeout is 100.00:00:00");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task FillAsync(string name)
    {
        GarnetHost server = await started.GetAsync();
        await using RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name, options => options.LastKnownGoodFile = File);
        await store.SaveAsync(RedisStores.Flag("a"), 0, RedisStores.Change());
        await store.SaveAsync(RedisStores.Flag("b"), 0, RedisStores.Change());
        await store.LoadAsync();
        await store.SaveAsync(RedisStores.Flag("a", "second"), 1, RedisStores.Change());
        await store.LoadAsync();
    }
}
