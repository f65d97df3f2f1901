using System.Diagnostics;

namespace Aurum.FlagGen.Tests.Stores;

/// <summary>Whatever stands in the place of flags.json, there is a sentence about it and nothing hangs.</summary>
public sealed class OddFileTests : IDisposable
{
    private static readonly FlagChange Change = new() { Actor = "ada", Action = FlagActions.Create };

    private readonly ManifestFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pipe", "it is empty, or a pipe or a device")]
    [InlineData("link to a pipe", "it is empty, or a pipe or a device")]
    [InlineData("/dev/zero", "it is empty, or a pipe or a device")]
    [InlineData("/proc/self/status", "it is empty, or a pipe or a device")]
    [InlineData("folder", "it is a folder; name the file in it")]
    [InlineData("link to itself", "cannot be read")]
    [InlineData("empty file", "it is empty, or a pipe or a device")]
    [InlineData("link to nothing", "does not exist")]
    public async Task Load_NoFile_IsASentence(string what, string sentence)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes and devices have paths on Linux.");
        Make(what, _folder.Manifest);
        using FileFeatureFlagStore store = new(_folder.Manifest);

        FeatureFlagStoreException fault = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await Task.Run(async () => await store.LoadAsync(Token), Token).WaitAsync(TimeSpan.FromMinutes(1), Token));

        fault.Message.ShouldContain(sentence);
        fault.Message.ShouldContain(_folder.Manifest);
        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("folder")]
    [InlineData("link to itself")]
    public async Task Audit_NoFile_IsASentence(string what)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes and devices have paths on Linux.");
        await File.WriteAllTextAsync(_folder.Manifest, """{ "flags": { } }""", Token);
        Make(what, _folder.Audit);
        using FileFeatureFlagStore store = new(_folder.Manifest);

        FeatureFlagStoreException fault = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token));

        fault.Message.ShouldContain("its audit entry cannot be written");
        _folder.Text.ShouldBe("""{ "flags": { } }""");
        if (what == "link to itself")
        {
            (await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.ReadAuditAsync(new AuditQuery(), Token))).Message.ShouldContain(_folder.Audit);
            return;
        }

        (await store.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Save_NameTooLongForALock_SaysSoAtOnce()
    {
        string file = Path.Combine(_folder.Path, new string('f', 250));
        await File.WriteAllTextAsync(file, """{ "flags": { } }""", Token);
        using FileFeatureFlagStore store = new(file);

        FeatureFlagStoreException fault = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token));

        fault.Message.ShouldContain("cannot be opened, so the flags cannot be written");
    }

    private void Make(string what, string path)
    {
        switch (what)
        {
            case "pipe":
                MakePipe(path);
                break;
            case "link to a pipe":
                MakePipe(path + ".pipe");
                File.CreateSymbolicLink(path, path + ".pipe");
                break;
            case "folder":
                Directory.CreateDirectory(path);
                break;
            case "link to itself":
                File.CreateSymbolicLink(path, path);
                break;
            case "empty file":
                File.Create(path).Dispose();
                break;
            case "link to nothing":
                File.CreateSymbolicLink(path, path + ".gone");
                break;
            default:
                File.CreateSymbolicLink(path, what);
                break;
        }
    }

    private static void MakePipe(string path)
    {
        using Process process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
