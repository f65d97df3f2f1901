using System.Diagnostics;
using System.Text.Json;
using Aurum.FlagGen.Redis.Tests.Faults;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class LastKnownGoodFileTests(StartedGarnet started) : IClassFixture<StartedGarnet>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen-last-known-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_folder.FullName, "flags.last.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Fault05_StoresThatShareTheFile_NeverLeaveItHalfWritten()
    {
        const int Changes = 60;
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using RedisFeatureFlagStore writer = RedisStores.Open(server.Configuration, name);
        for (int i = 0; i < 100; i++)
        {
            await writer.SaveAsync(RedisStores.Flag($"x{i}", new string('d', 300)), 0, RedisStores.Change(), Token);
        }

        List<RedisFeatureFlagStore> readers = [.. Enumerable.Range(0, 3).Select(_ => RedisStores.Open(server.Configuration, name, options => options.LastKnownGoodFile = Path))];
        List<FeatureFlagManager> managers = [];
        foreach (RedisFeatureFlagStore reader in readers)
        {
            managers.Add(await FeatureFlagManager.StartAsync(reader, cancellationToken: Token));
        }

        await FaultTrial.UntilAsync(() => File.Exists(Path));
        using CancellationTokenSource end = new();
        Task<int> reading = Task.Run(() => ReadAllTheTime(end.Token));
        for (int i = 1; i <= Changes; i++)
        {
            await writer.SaveAsync(RedisStores.Flag("x0", $"v{i}"), i, RedisStores.Change(), Token);
            await FaultTrial.UntilAsync(() => managers.All(manager => Description(manager) == $"v{i}"));
        }

        await end.CancelAsync();
        (await reading).ShouldBeGreaterThan(0);
        foreach ((FeatureFlagManager manager, RedisFeatureFlagStore reader) in managers.Zip(readers))
        {
            await manager.DisposeAsync();
            await reader.DisposeAsync();
        }

        _folder.GetFiles().ShouldHaveSingleItem();
        await using RedisFeatureFlagStore alone = Away(name);
        (await alone.LoadAsync(Token)).Flags.Single(static flag => flag.Key == "x0").Description.ShouldBe($"v{Changes}");
    }

    [Fact]
    public async Task Fault03_FlagThatIsDamagedInTheStore_IsKeptAtItsLastGoodDefinition()
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        await using (RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name, options => options.LastKnownGoodFile = Path))
        {
            await store.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
            await store.LoadAsync(Token);
            await RespClient.SendAsync(server.Port, "HSET", $"flaggen:{{{name}}}:flags", "a", "garbage");
            await RespClient.SendAsync(server.Port, "ZADD", $"flaggen:{{{name}}}:changed", "2", "a");
            await store.SaveAsync(RedisStores.Number("b", 2), 0, RedisStores.Change(), Token);
            await store.LoadAsync(Token);
        }

        await using RedisFeatureFlagStore alone = Away(name);
        FlagSet set = await alone.LoadAsync(Token);

        set.Flags.Select(static flag => $"{flag.Key} {flag.DefaultValue}").Order().ShouldBe(["a 1", "b 2"]);

        // With the server there again, the definition of the file is the last good one.
        await using RedisFeatureFlagStore back = RedisStores.Open(server.Configuration, name, options => options.LastKnownGoodFile = Path);
        FlagSet present = await back.LoadAsync(Token);
        present.Unreadable.Keys.ShouldBe(["a"]);
        present.Flags.Select(static flag => $"{flag.Key} {flag.DefaultValue}").Order().ShouldBe(["a 1", "b 2"]);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(63)]
    public async Task Keep_FlagAsDeepAsADefinitionMayBe_IsKeptWithAllOthers(int depth)
    {
        GarnetHost server = await started.GetAsync();
        string name = RedisStores.NewNamespace();
        string value = string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth);
        await using (RedisFeatureFlagStore store = RedisStores.Open(server.Configuration, name, options => options.LastKnownGoodFile = Path))
        {
            await store.SaveAsync(RedisStores.Number("a", 1), 0, RedisStores.Change(), Token);
            await store.SaveAsync(FeatureFlag.Parse($$"""{"key":"deep","type":"object","default_value":{{value}}}"""), 0, RedisStores.Change(), Token);
            (await store.LoadAsync(Token)).Flags.Count.ShouldBe(2);
        }

        await using RedisFeatureFlagStore alone = Away(name);
        FlagSet set = await alone.LoadAsync(Token);

        set.Flags.Single(static flag => flag.Key == "deep").DefaultValue!.ToJson().ShouldBe(value);
        set.Flags.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Fault12_NamedPipeInTheFilesPlace_IsPassedOver()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process make = Process.Start("mkfifo", Path);
        await make.WaitForExitAsync(Token);
        await using RedisFeatureFlagStore store = Away(RedisStores.NewNamespace());

        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));
    }

    private RedisFeatureFlagStore Away(string name) => RedisStores.Open(Unreachable.Configuration, name, options =>
    {
        options.Startup = RedisStartupMode.LastKnownGood;
        options.LastKnownGoodFile = Path;
        options.StartupTimeout = TimeSpan.FromMilliseconds(300);
    });

    private static string? Description(FeatureFlagManager manager) => manager.Engine.TryGetDefinition("x0", out FeatureFlag? flag) ? flag.Description : null;

    private int ReadAllTheTime(CancellationToken end)
    {
        int readings = 0;
        while (!end.IsCancellationRequested)
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path));
            document.RootElement.GetProperty("flags").GetArrayLength().ShouldBe(100);
            readings++;
        }

        return readings;
    }
}
