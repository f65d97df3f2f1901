namespace Aurum.FlagGen.Testing;

/// <content>That the audit log tells all that happened, and nothing else.</content>
public static partial class FlagStoreContract
{
    private static IEnumerable<FlagStoreContractCase> AuditCases() =>
    [
        new("Audit_OfAFlagsWholeLife_TellsEachStep", AuditLifeAsync),
        new("Audit_RefusedWrites_AreNotInIt", AuditRefusedAsync),
        new("Audit_Pages_AreNewestFirstWithoutGapsOrRepeats", AuditPagesAsync),
        new("Audit_Queries_GiveWhatTheyAskFor", AuditQueriesAsync),
        new("Audit_ByTwoInstances_IsOneLog", AuditTwoInstancesAsync),
    ];

    private static async Task AuditLifeAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag first = await subject.Store.SaveAsync(Flag("told", "first"), 0, Change(FlagActions.Create, "Because \"quoted\"\nand two lines"), token).ConfigureAwait(false);
        FeatureFlag second = await subject.Store.SaveAsync(Flag("told", "second"), first.Version, Change(FlagActions.UpdateStatus), token).ConfigureAwait(false);
        await subject.Store.DeleteAsync("told", second.Version, Change(FlagActions.Delete), token).ConfigureAwait(false);

        AuditPage page = await subject.Another().ReadAuditAsync(new AuditQuery(), token).ConfigureAwait(false);

        Expect.Equal(string.Join(',', page.Entries.Select(static entry => entry.Action)), "delete,update_status,create", "The actions, newest first");
        AuditEntry created = page.Entries[2];
        Expect.Equal(created.Actor, Actor, "The actor");
        Expect.Equal(created.Reason, "Because \"quoted\"\nand two lines", "The reason");
        Expect.Equal(created.Key, "told", "The key");
        Expect.Equal((created.PreviousVersion, created.Version), (0L, first.Version), "The versions of the creation");
        Expect.That(created.Before is null, "Before its creation a flag has no definition.");
        Expect.Same(FeatureFlag.Parse(created.After ?? ""), first, "The definition after the creation");
        AuditEntry updated = page.Entries[1];
        Expect.Equal((updated.PreviousVersion, updated.Version), (first.Version, second.Version), "The versions of the change");
        Expect.Same(FeatureFlag.Parse(updated.Before ?? ""), first, "The definition before the change");
        Expect.Same(FeatureFlag.Parse(updated.After ?? ""), second, "The definition after the change");
        AuditEntry deleted = page.Entries[0];
        Expect.Equal(deleted.PreviousVersion, second.Version, "The version that was deleted");
        Expect.Same(FeatureFlag.Parse(deleted.Before ?? ""), second, "The definition before the deletion");
        Expect.That(deleted.After is null, "After its deletion a flag has no definition.");
        Expect.That(created.At > DateTimeOffset.UnixEpoch, "An entry tells when it was made.");
    }

    private static async Task AuditRefusedAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag flag = await CreateAsync(subject.Store, "guarded", token).ConfigureAwait(false);
        const string Promise = "A write that expects another version throws FeatureFlagConflictException";
        await Expect.ThrowsAsync<FeatureFlagConflictException>(
            async () => await subject.Store.SaveAsync(Flag("guarded", "late"), flag.Version + 1, Change(), token).ConfigureAwait(false), Promise).ConfigureAwait(false);
        await Expect.ThrowsAsync<FeatureFlagConflictException>(
            () => subject.Store.DeleteAsync("guarded", flag.Version + 1, Change(FlagActions.Delete), token), Promise).ConfigureAwait(false);

        AuditPage page = await subject.Store.ReadAuditAsync(new AuditQuery(), token).ConfigureAwait(false);

        Expect.Equal(page.Total, 1, "The number of entries after one creation and two refused writes");
    }

    private static async Task AuditPagesAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const int Count = 25;
        for (int i = 0; i < Count; i++)
        {
            await CreateAsync(subject.Store, $"flag{i}", token).ConfigureAwait(false);
        }

        List<AuditEntry> entries = [];
        for (int number = 1; number <= 4; number++)
        {
            AuditPage page = await subject.Store.ReadAuditAsync(new AuditQuery { Page = number, Limit = 10 }, token).ConfigureAwait(false);
            Expect.Equal((page.Page, page.Limit, page.Total), (number, 10, Count), "The page's number, limit and total");
            entries.AddRange(page.Entries);
        }

        string expected = string.Join(',', Enumerable.Range(0, Count).Reverse().Select(static i => $"flag{i}"));
        Expect.Equal(string.Join(',', entries.Select(static entry => entry.Key)), expected, "The entries of all pages");
        Expect.That(entries.Zip(entries.Skip(1)).All(static pair => pair.First.Sequence > pair.Second.Sequence), "Newer entries have greater sequence numbers.");
    }

    private static async Task AuditQueriesAsync(FlagStoreSubject subject, CancellationToken token)
    {
        await CreateAsync(subject.Store, "asked", token).ConfigureAwait(false);
        await subject.Store.SaveAsync(Flag("other"), 0, new FlagChange { Actor = "bob", Action = "import" }, token).ConfigureAwait(false);
        AuditEntry other = (await subject.Store.ReadAuditAsync(new AuditQuery { Key = "other" }, token).ConfigureAwait(false)).Entries.Single();

        await ExpectKeysAsync(new AuditQuery { Key = "asked" }, "asked").ConfigureAwait(false);
        await ExpectKeysAsync(new AuditQuery { Actor = "bob" }, "other").ConfigureAwait(false);
        await ExpectKeysAsync(new AuditQuery { Action = FlagActions.Create }, "asked").ConfigureAwait(false);
        await ExpectKeysAsync(new AuditQuery { From = other.At.AddDays(1) }, "").ConfigureAwait(false);
        await ExpectKeysAsync(new AuditQuery { From = other.At.AddDays(-1), To = other.At.AddDays(1) }, "other,asked").ConfigureAwait(false);
        await ExpectKeysAsync(new AuditQuery { Actor = "nobody" }, "").ConfigureAwait(false);

        async Task ExpectKeysAsync(AuditQuery query, string keys)
        {
            AuditPage page = await subject.Store.ReadAuditAsync(query, token).ConfigureAwait(false);
            Expect.Equal(string.Join(',', page.Entries.Select(static entry => entry.Key)), keys, $"The entries of {query}");
        }
    }

    private static async Task AuditTwoInstancesAsync(FlagStoreSubject subject, CancellationToken token)
    {
        IFeatureFlagStore another = subject.Another();
        await CreateAsync(subject.Store, "by.one", token).ConfigureAwait(false);
        await CreateAsync(another, "by.another", token).ConfigureAwait(false);

        AuditPage page = await subject.Store.ReadAuditAsync(new AuditQuery(), token).ConfigureAwait(false);

        Expect.Equal(string.Join(',', page.Entries.Select(static entry => entry.Key)), "by.another,by.one", "The entries of two instances");
        Expect.That(page.Entries[0].Sequence > page.Entries[1].Sequence, "Two instances share one sequence.");
    }
}
