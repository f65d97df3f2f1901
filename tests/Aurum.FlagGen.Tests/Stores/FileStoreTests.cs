using System.IO.Pipes;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class FileStoreTests
{
    private static readonly FlagChange Change = new() { Actor = "ada", Action = FlagActions.Create };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_MissingFile_SaysWhichAndWhatToDo()
    {
        using ManifestFolder folder = new();
        using FileFeatureFlagStore store = new(folder.Manifest);

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));

        exception.Message.ShouldBe($"The flag file '{folder.Manifest}' does not exist; create it, for a start with {{ \"flags\": {{ }} }}, or correct the path.");
    }

    [Fact]
    public async Task Load_BrokenFromTheStart_SaysWhere()
    {
        using ManifestFolder folder = new("{ \"flags\": [] }");
        using FileFeatureFlagStore store = new(folder.Manifest);

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));

        exception.Message.ShouldStartWith($"{folder.Manifest}(1,12): ");
    }

    [Theory]
    [InlineData("""{ "flags": { "a": { "status": "enabled" } } }""", null)]
    [InlineData("""{ "flags": { "a" { } } }""", "(1,14): AFG1001: ")]
    [InlineData("""{ "flags": { "a": { "status": "enabeld" } } }""", "(1,31): AFG1010: ")]
    public async Task Fault_OfAFileAndOfAPartOfIt_NamesThePlace(string text, string? place)
    {
        using ManifestFolder folder = new("""{ "flags": { "a": { } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        await store.LoadAsync(Token);
        store.Fault.ShouldBeNull();
        await File.WriteAllTextAsync(folder.Manifest, text, Token);

        await store.LoadAsync(Token);

        if (place is null)
        {
            store.Fault.ShouldBeNull();
        }
        else
        {
            store.Fault.ShouldNotBeNull().ShouldStartWith(folder.Manifest + place);
        }
    }

    [Fact]
    public async Task Save_DisposedStore_IsRefused()
    {
        using ManifestFolder folder = new("""{ "flags": {} }""");
        FileFeatureFlagStore store = new(folder.Manifest);
        store.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token));

        folder.Text.ShouldBe("""{ "flags": {} }""");
    }

    /// <summary>The first writer has begun and finishes; the second has not, and must not wait for ever.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Dispose_WhileWritersWait_EndsTheirWaits()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        using ManifestFolder folder = new("""{ "flags": {} }""");
        FileFeatureFlagStore store = new(folder.Manifest);
        FileStream held = new(Path.Combine(folder.Path, ".flags.json.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Task<FeatureFlag> first = store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token).AsTask();
        Task<FeatureFlag> second = store.SaveAsync(new FeatureFlag { Key = "b" }, 0, Change, Token).AsTask();

        store.Dispose();
        await held.DisposeAsync();

        (await first.WaitAsync(Token)).Key.ShouldBe("a");
        await Should.ThrowAsync<ObjectDisposedException>(second.WaitAsync(Token));
    }

    [Fact]
    public async Task Load_FileBeyondTheLimit_IsRefusedUnread()
    {
        using ManifestFolder folder = new();
        using (FileStream stream = File.Create(folder.Manifest))
        {
            stream.SetLength((16 * 1024 * 1024) + 1);
        }

        using FileFeatureFlagStore store = new(folder.Manifest);

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));
        exception.Message.ShouldContain("at most 16,777,216 are read");
    }

    [Fact]
    public async Task Load_PipeInTheFilesPlace_IsAFaultAndKeepsTheFlags()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have paths on Linux.");
        using ManifestFolder folder = new("""{ "flags": { "a": { } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        await store.LoadAsync(Token);
        using AnonymousPipeServerStream pipe = new(PipeDirection.In);
        File.Delete(folder.Manifest);
        File.CreateSymbolicLink(folder.Manifest, $"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}");

        FlagSet set = await store.LoadAsync(Token);

        set.Flags.ShouldHaveSingleItem().Key.ShouldBe("a");
        set.Fault.ShouldNotBeNull().ShouldContain("cannot be read");
    }

    [Fact]
    public async Task Load_NoUtf8_IsRefused()
    {
        using ManifestFolder folder = new();
        await File.WriteAllBytesAsync(folder.Manifest, [0x7b, 0xff, 0x7d], Token);
        using FileFeatureFlagStore store = new(folder.Manifest);

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.LoadAsync(Token));
        exception.Message.ShouldContain("is not UTF-8");
    }

    [Fact]
    public async Task Version_SameDefinitionWrittenDifferently_IsTheSame()
    {
        using ManifestFolder first = new("""{ "flags": { "a": { "status": "enabled", "owner": "o", "rules": [] } } }""");
        using ManifestFolder second = new("""{"flags":{"a":{"owner":"\u006f","status":"enabled"}}}""");
        using FileFeatureFlagStore firstStore = new(first.Manifest);
        using FileFeatureFlagStore secondStore = new(second.Manifest);

        long version = (await firstStore.GetAsync("a", Token))!.Version;

        (await secondStore.GetAsync("a", Token))!.Version.ShouldBe(version);
        version.ShouldBeInRange(1, (1L << 53) - 1);
    }

    [Fact]
    public async Task Save_ConflictingEditByHand_IsFoundOut()
    {
        using ManifestFolder folder = new("""{ "flags": { "a": { } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        FeatureFlag seen = (await store.GetAsync("a", Token))!;
        folder.ReplaceBy("""{ "flags": { "a": { "owner": "by hand" } } }""");

        FeatureFlagConflictException conflict = await Should.ThrowAsync<FeatureFlagConflictException>(
            async () => await store.SaveAsync(seen with { Owner = "by code" }, seen.Version, Change, Token));

        conflict.Current!.Owner.ShouldBe("by hand");
        folder.Text.ShouldContain("by hand");
    }

    [Fact]
    public async Task Save_WhileTheFileIsBroken_TouchesNothing()
    {
        const string Broken = """{ "flags": { "a": { } """;
        using ManifestFolder folder = new("""{ "flags": { "a": { } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        FeatureFlag seen = (await store.GetAsync("a", Token))!;
        folder.ReplaceBy(Broken);

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(
            async () => await store.SaveAsync(seen with { Owner = "o" }, seen.Version, Change, Token));

        exception.Message.ShouldStartWith($"Nothing can be written while the file is broken. {folder.Manifest}(1,");
        folder.Text.ShouldBe(Broken);
        File.Exists(folder.Audit).ShouldBeFalse();
    }

    [Fact]
    public async Task Save_OverAFlagThatCannotBeRead_TakesTheVersionThatItsTextHas()
    {
        using ManifestFolder folder = new("""
            {
              // The checkout.
              "flags": {
                "a": { "status": 7, /* by hand */ "owner": "o" },
                "b": { "status": "enabled" }
              }
            }
            """);
        using FileFeatureFlagStore store = new(folder.Manifest);
        FeatureFlag whole = new() { Key = "a", Status = FeatureFlagStatus.Enabled, DefaultValue = true };

        FeatureFlagUnreadableException read = await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await store.GetAsync("a", Token));
        read.Message.ShouldBe(
            $"The flag 'a' cannot be read at '/status': there is the number 7; write enabled, conditional or disabled. Correct it in the file, or write the whole flag anew, expecting version {read.Version}.");
        (read.Key, read.Version > 0).ShouldBe(("a", true));
        foreach (long version in (long[])[0, read.Version + 1])
        {
            FeatureFlagUnreadableException refused = await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await store.SaveAsync(whole, version, Change, Token));
            (refused.Version, refused.Message).ShouldBe((read.Version, read.Message));
        }

        FeatureFlag written = await store.SaveAsync(whole, read.Version, Change, Token);

        folder.Text.ShouldBe("""
            {
              // The checkout.
              "flags": {
                "a": { "status": "enabled", "default_value": true },
                "b": { "status": "enabled" }
              }
            }
            """);
        (await store.GetAsync("a", Token))!.Version.ShouldBe(written.Version);
        AuditEntry entry = (await store.ReadAuditAsync(new AuditQuery(), Token)).Entries.ShouldHaveSingleItem();
        (entry.PreviousVersion, entry.Before, entry.Version).ShouldBe((read.Version, """{"status":7,"owner":"o"}""", written.Version));
    }

    [Fact]
    public async Task Save_OverAFlagThatSomebodyElseHasRepaired_IsAConflict()
    {
        using ManifestFolder folder = new("""{ "flags": { "a": { "status": 7 } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        long seen = (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await store.GetAsync("a", Token))).Version;
        folder.ReplaceBy("""{ "flags": { "a": { "status": "enabled", "owner": "by hand" } } }""");

        (await Should.ThrowAsync<FeatureFlagConflictException>(async () => await store.SaveAsync(new FeatureFlag { Key = "a" }, seen, Change, Token))).Current!.Owner.ShouldBe("by hand");
        folder.ReplaceBy("""{ "flags": { "a": { "status": 8 } } }""");
        (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await store.SaveAsync(new FeatureFlag { Key = "a" }, seen, Change, Token))).Version.ShouldNotBe(seen);
    }

    [Fact]
    public async Task Delete_FlagThatCannotBeRead_TakesItOutAndKeepsItsTextInTheLog()
    {
        using ManifestFolder folder = new("""{ "flags": { "a": { "owner": "x", "owner": "y" }, "b": { } } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        long seen = (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await store.GetAsync("a", Token))).Version;

        await store.DeleteAsync("a", seen, Change, Token);

        folder.Text.ShouldBe("""{ "flags": { "b": { } } }""");
        AuditEntry entry = (await store.ReadAuditAsync(new AuditQuery(), Token)).Entries.ShouldHaveSingleItem();
        (entry.PreviousVersion, FlagValue.Parse(entry.Before!).AsString).ShouldBe((seen, """{ "owner": "x", "owner": "y" }"""));
    }

    [Fact]
    public async Task Save_LeftoversOfACrashLongAgo_AreDeleted()
    {
        using ManifestFolder folder = new("""{ "flags": { } }""");
        string[] names = [".flags.json.0123456789abcdef.tmp", ".flags.json.fedcba9876543210.tmp", ".other.json.0123456789abcdef.tmp", "flags.json.tmp"];
        string[] paths = [.. names.Select(name => Path.Combine(folder.Path, name))];
        foreach (string path in paths)
        {
            await File.WriteAllTextAsync(path, "half", Token);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromDays(1));
        }

        // Another process may be about to rename this one.
        File.SetLastWriteTimeUtc(paths[1], DateTime.UtcNow);
        using FileFeatureFlagStore store = new(folder.Manifest);

        await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token);

        paths.Where(File.Exists).ShouldBe(paths[1..]);
    }

    [Fact]
    public async Task Save_LeftoversOfACrash_AreHarmless()
    {
        using ManifestFolder folder = new("""{ "flags": { } }""");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, ".flags.json.0123456789abcdef.tmp"), "{ \"flags\": { \"half", Token);
        await File.WriteAllTextAsync(folder.Audit, "{\"sequence\":41,\"at\":\"2026-01-01T00:00:00Z\",\"actor\":\"x\",\"action\":\"create\",\"key\":\"k\"}\n{\"sequence\":42,\"at\":\"2026-01-0", Token);
        using FileFeatureFlagStore store = new(folder.Manifest);

        await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token);

        AuditPage page = await store.ReadAuditAsync(new AuditQuery(), Token);
        page.Entries.Select(static entry => (entry.Sequence, entry.Key)).ShouldBe([(42, "a"), (41, "k")]);
        (await store.LoadAsync(Token)).Flags.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Save_FileOutOfReach_WritesNoAuditEntry()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using ManifestFolder real = new("""{ "flags": { } }""");
        using ManifestFolder linked = new();
        File.CreateSymbolicLink(linked.Manifest, real.Manifest);
        using FileFeatureFlagStore store = new(linked.Manifest);
        await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token);

        string away = real.Path + "-away";
        Directory.Move(real.Path, away);
        try
        {
            await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(new FeatureFlag { Key = "b" }, 0, Change, Token));
        }
        finally
        {
            Directory.Move(away, real.Path);
        }

        (await store.ReadAuditAsync(new AuditQuery(), Token)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Save_FileCannotBeReplaced_TakesTheAuditEntryBack()
    {
        using ManifestFolder folder = new();

        // A name may have 255 characters nearly everywhere: with that of its temporary file this one is too long, with those of its lock and its log it is not.
        string manifest = Path.Combine(folder.Path, new string('f', 225) + ".json");
        string audit = Path.ChangeExtension(manifest, ".audit.jsonl");
        const string Text = """{ "flags": { "a": { "default_value": true } } }""";
        await File.WriteAllTextAsync(manifest, Text, Token);
        const string Log = "{\"sequence\":41,\"at\":\"2026-01-01T00:00:00Z\",\"actor\":\"x\",\"action\":\"create\",\"key\":\"a\"}\n{\"sequence\":42,\"at\"";
        await File.WriteAllTextAsync(audit, Log, Token);
        using FileFeatureFlagStore store = new(manifest);

        FeatureFlagStoreException exception = await Should.ThrowAsync<FeatureFlagStoreException>(async () => await store.SaveAsync(new FeatureFlag { Key = "b" }, 0, Change, Token));

        exception.Message.ShouldContain("cannot be written");
        (await File.ReadAllTextAsync(manifest, Token)).ShouldBe(Text);
        (await File.ReadAllTextAsync(audit, Token)).ShouldBe(Log);
        (await store.ReadAuditAsync(new AuditQuery(), Token)).Entries.ShouldHaveSingleItem().Sequence.ShouldBe(41);
    }

    [Fact]
    public async Task Save_ThroughALink_KeepsTheLinkAndTheFilesMode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes and links are those of Unix.");
            return;
        }

        using ManifestFolder real = new("""{ "flags": { } }""");
        using ManifestFolder linked = new();
        File.CreateSymbolicLink(linked.Manifest, real.Manifest);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(real.Manifest, Mode);
        using FileFeatureFlagStore store = new(linked.Manifest);

        await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token);

        File.ResolveLinkTarget(linked.Manifest, returnFinalTarget: true)!.FullName.ShouldBe(real.Manifest);
        real.Text.ShouldContain("\"a\"");
        File.GetUnixFileMode(real.Manifest).ShouldBe(Mode);
    }

    [Fact]
    public async Task Save_Always_LeavesNoTemporaryFile()
    {
        using ManifestFolder folder = new("""{ "flags": { } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);

        await store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token);

        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe([".flags.json.lock", "flags.audit.jsonl", "flags.json"]);
    }

    [Fact]
    public async Task Save_LockHeldByAnotherProcess_WaitsForIt()
    {
        using ManifestFolder folder = new("""{ "flags": { } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        Task<FeatureFlag> saving;
        using (new FileStream(Path.Combine(folder.Path, ".flags.json.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            saving = store.SaveAsync(new FeatureFlag { Key = "a" }, 0, Change, Token).AsTask();
            folder.Text.ShouldNotContain("\"a\"");
            saving.IsCompleted.ShouldBeFalse();
        }

        (await saving.WaitAsync(TimeSpan.FromMinutes(2), Token)).Key.ShouldBe("a");
    }
}
