using System.Collections.Concurrent;

namespace Aurum.FlagGen.Testing;

/// <content>That nobody's write is lost.</content>
public static partial class FlagStoreContract
{
    private static IEnumerable<FlagStoreContractCase> VersionCases() =>
    [
        new("Versions_AfterEachWrite_ChangeAndNeverGoBack", VersionsMoveAsync),
        new("SetVersion_AfterEachChange_IsAnother", SetVersionMovesAsync),
        new("Save_StaleVersion_ThrowsAConflictWithTheCurrentFlag", StaleSaveAsync),
        new("Save_NewFlagThatExists_ThrowsAConflictWithIt", CreateExistingAsync),
        new("Save_ChangeOfAFlagThatIsMissing_ThrowsAConflict", SaveMissingAsync),
        new("Delete_StaleVersion_ThrowsAConflictAndKeepsTheFlag", StaleDeleteAsync),
        new("Delete_UnknownKey_ThrowsAConflict", DeleteMissingAsync),
        new("Create_AfterDelete_ContinuesTheVersions", RecreateAsync),
        new("Write_NegativeVersionExpected_IsRefused", NegativeExpectationAsync),
        new("Save_ByTwoInstances_LosesNothing", TwoInstancesAsync),
        new("Save_HundredWritersAtOnce_SucceedOncePerVersion", HundredWritersAsync),
    ];

    private static async Task VersionsMoveAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag last = await CreateAsync(subject.Store, "moving", token).ConfigureAwait(false);
        for (int i = 0; i < 5; i++)
        {
            FeatureFlag next = await subject.Store.SaveAsync(Flag("moving", $"Text {i}"), last.Version, Change(), token).ConfigureAwait(false);
            Expect.That(next.Version != last.Version, "A write gives the flag another version.");
            Expect.That(!subject.CountsVersions || next.Version == last.Version + 1, $"Versions grow by one, but {last.Version} was followed by {next.Version}.");
            last = next;
        }
    }

    private static async Task SetVersionMovesAsync(FlagStoreSubject subject, CancellationToken token)
    {
        HashSet<string> seen = [(await subject.Store.LoadAsync(token).ConfigureAwait(false)).Version];
        FeatureFlag flag = await CreateAsync(subject.Store, "counted", token).ConfigureAwait(false);
        Expect.That(seen.Add((await subject.Store.LoadAsync(token).ConfigureAwait(false)).Version), "A creation changes the set's version.");
        flag = await subject.Store.SaveAsync(Flag("counted", "changed"), flag.Version, Change(), token).ConfigureAwait(false);
        Expect.That(seen.Add((await subject.Store.LoadAsync(token).ConfigureAwait(false)).Version), "A write changes the set's version.");
        string before = (await subject.Store.LoadAsync(token).ConfigureAwait(false)).Version;
        Expect.That(!seen.Add(before), "Without a change the set's version stays.");
        await subject.Store.DeleteAsync("counted", flag.Version, Change(FlagActions.Delete), token).ConfigureAwait(false);
        Expect.That((await subject.Store.LoadAsync(token).ConfigureAwait(false)).Version != before, "A deletion changes the set's version.");
    }

    private static async Task StaleSaveAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag first = await CreateAsync(subject.Store, "contested", token).ConfigureAwait(false);
        FeatureFlag second = await subject.Store.SaveAsync(Flag("contested", "second"), first.Version, Change(), token).ConfigureAwait(false);

        FeatureFlagConflictException conflict = await Expect.ThrowsAsync<FeatureFlagConflictException>(
            async () => await subject.Store.SaveAsync(Flag("contested", "late"), first.Version, Change(), token).ConfigureAwait(false),
            "A write that expects an old version throws FeatureFlagConflictException").ConfigureAwait(false);

        Expect.Equal(conflict.Key, "contested", "The conflict's key");
        Expect.Equal(conflict.ExpectedVersion, first.Version, "The conflict's expected version");
        Expect.Equal(conflict.ActualVersion, second.Version, "The conflict's actual version");
        Expect.Same(conflict.Current, second, "The flag that the conflict carries");
        Expect.Same(await subject.Store.GetAsync("contested", token).ConfigureAwait(false), second, "The flag after a refused write");
    }

    private static async Task CreateExistingAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag existing = await CreateAsync(subject.Store, "taken", token).ConfigureAwait(false);

        FeatureFlagConflictException conflict = await Expect.ThrowsAsync<FeatureFlagConflictException>(
            async () => await CreateAsync(subject.Another(), "taken", token).ConfigureAwait(false),
            "Creating a flag that exists throws FeatureFlagConflictException").ConfigureAwait(false);

        Expect.Equal(conflict.ExpectedVersion, 0L, "The version that a creation expects");
        Expect.Same(conflict.Current, existing, "The flag that the conflict carries");
    }

    private static async Task SaveMissingAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlagConflictException conflict = await Expect.ThrowsAsync<FeatureFlagConflictException>(
            async () => await subject.Store.SaveAsync(Flag("missing"), 7, Change(), token).ConfigureAwait(false),
            "Changing a flag that is missing throws FeatureFlagConflictException").ConfigureAwait(false);

        Expect.Equal(conflict.ActualVersion, 0L, "The actual version of a flag that is missing");
        Expect.That(conflict.Current is null, "The conflict over a missing flag carries none.");
    }

    private static async Task StaleDeleteAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag first = await CreateAsync(subject.Store, "kept", token).ConfigureAwait(false);
        FeatureFlag second = await subject.Store.SaveAsync(Flag("kept", "second"), first.Version, Change(), token).ConfigureAwait(false);

        FeatureFlagConflictException conflict = await Expect.ThrowsAsync<FeatureFlagConflictException>(
            () => subject.Store.DeleteAsync("kept", first.Version, Change(FlagActions.Delete), token),
            "A deletion that expects an old version throws FeatureFlagConflictException").ConfigureAwait(false);

        Expect.Same(conflict.Current, second, "The flag that the conflict carries");
        Expect.Same(await subject.Store.GetAsync("kept", token).ConfigureAwait(false), second, "The flag after a refused deletion");
    }

    private static async Task DeleteMissingAsync(FlagStoreSubject subject, CancellationToken token) =>
        await Expect.ThrowsAsync<FeatureFlagConflictException>(
            () => subject.Store.DeleteAsync("missing", 1, Change(FlagActions.Delete), token),
            "Deleting a flag that is missing throws FeatureFlagConflictException").ConfigureAwait(false);

    private static async Task RecreateAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag first = await CreateAsync(subject.Store, "phoenix", token).ConfigureAwait(false);
        FeatureFlag second = await subject.Store.SaveAsync(Flag("phoenix", "second"), first.Version, Change(), token).ConfigureAwait(false);
        await subject.Store.DeleteAsync("phoenix", second.Version, Change(FlagActions.Delete), token).ConfigureAwait(false);

        FeatureFlag third = await CreateAsync(subject.Another(), "phoenix", token).ConfigureAwait(false);

        Expect.That(!subject.CountsVersions || third.Version > second.Version, $"A flag that comes back has a later version than {second.Version}, but it has {third.Version}.");
    }

    private static async Task NegativeExpectationAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const string Promise = "A write that expects a negative version throws ArgumentOutOfRangeException";
        FeatureFlag stored = await CreateAsync(subject.Store, "kept", token).ConfigureAwait(false);

        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await subject.Store.SaveAsync(Flag("kept", "changed"), -1, Change(), token).ConfigureAwait(false), Promise).ConfigureAwait(false);
        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => subject.Store.DeleteAsync("kept", -1, Change(FlagActions.Delete), token), Promise).ConfigureAwait(false);

        Expect.Same(await subject.Store.GetAsync("kept", token).ConfigureAwait(false), stored, "A flag after refused writes");
    }

    private static async Task TwoInstancesAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const int Flags = 20;
        IFeatureFlagStore[] stores = [subject.Store, subject.Another()];

        await Task.WhenAll(stores.Select((store, instance) => Task.Run(
            async () =>
            {
                for (int i = 0; i < Flags; i++)
                {
                    await CreateAsync(store, $"instance{instance}.flag{i}", token).ConfigureAwait(false);
                }
            },
            token))).ConfigureAwait(false);

        foreach (IFeatureFlagStore store in stores)
        {
            FlagSet set = await store.LoadAsync(token).ConfigureAwait(false);
            Expect.Equal(set.Flags.Count, Flags * stores.Length, "The number of flags that two instances created at once");
        }
    }

    private static async Task HundredWritersAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const int Writers = 100;
        FeatureFlag start = await CreateAsync(subject.Store, "hot", token).ConfigureAwait(false);
        ConcurrentBag<FeatureFlag> written = [];
        int conflicts = 0;

        // All expect the first version, so exactly one may win; then all go on from what they were told is there.
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                long expected = start.Version;
                for (int attempt = 0; attempt < 2; attempt++)
                {
                    try
                    {
                        written.Add(await subject.Store.SaveAsync(Flag("hot", $"Writer {writer}, attempt {attempt}"), expected, Change(), token).ConfigureAwait(false));
                        return;
                    }
                    catch (FeatureFlagConflictException conflict)
                    {
                        Interlocked.Increment(ref conflicts);
                        expected = conflict.ActualVersion;
                    }
                }
            },
            token))).ConfigureAwait(false);

        Expect.That(!written.IsEmpty, "Of writers at once, at least one succeeds.");
        Expect.That(written.Count + conflicts >= Writers, "Every writer is told whether it succeeded.");
        Expect.Equal(written.Select(static flag => flag.Version).Distinct().Count(), written.Count, "The number of versions that successful writers were given");
        FeatureFlag? last = await subject.Another().GetAsync("hot", token).ConfigureAwait(false);
        Expect.That(written.Any(flag => flag.Version == last!.Version), "What is there in the end is what one of the successful writers wrote.");
        Expect.That(
            !subject.CountsVersions || last!.Version == start.Version + written.Count,
            $"{written.Count} writes succeeded after version {start.Version}, but the flag is at version {last!.Version}.");
        AuditPage audit = await subject.Store.ReadAuditAsync(new AuditQuery { Key = "hot" }, token).ConfigureAwait(false);
        Expect.Equal(audit.Total, written.Count + 1, "The number of audit entries of a flag that many writers wrote");
    }
}
