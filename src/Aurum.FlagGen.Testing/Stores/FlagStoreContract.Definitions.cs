namespace Aurum.FlagGen.Testing;

/// <content>That a store gives back what it was given.</content>
public static partial class FlagStoreContract
{
    private const string EveryKeyCharacter = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:";

    private static IEnumerable<FlagStoreContractCase> DefinitionCases() =>
    [
        new("Load_EmptyStore_GivesNoFlags", LoadEmptyAsync),
        new("Get_UnknownKey_GivesNull", GetUnknownAsync),
        new("Save_ThenGetAndLoad_GiveTheSameDefinition", SaveAndReadAsync),
        new("Save_SeenByAnotherInstance_IsTheSame", SaveSeenElsewhereAsync),
        new("Save_ListsChangedByTheCallerLater_KeepsWhatWasSaved", SaveCopiesAsync),
        new("Delete_ThenGetAndLoad_GiveNothing", DeleteAsync),
        new("Keys_EveryAllowedCharacterAndCase_AreKeptApart", KeysAsync),
        new("Keys_OfTwoHundredCharacters_AreKept", LongKeyAsync),
        new("Variants_WeightsAndMetadata_KeepTheirOrder", OrderAsync),
        new("Texts_OfEveryScript_ComeBackUnchanged", TextsAsync),
        new("Flag_OfHundredRulesWithLongLists_IsKept", BigFlagAsync),
        new("Load_ManyFlags_GivesEachOnce", ManyFlagsAsync),
        new("Members_ThatAreUnknown_AreKept", UnknownMembersAsync),
        new("Calls_AlreadyCancelled_DoNothing", CancelledAsync),
    ];

    private static async Task LoadEmptyAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FlagSet set = await subject.Store.LoadAsync(token).ConfigureAwait(false);
        Expect.Equal(set.Flags.Count, 0, "The number of flags of an empty store");
        Expect.That(set.Version is not null, "Even an empty set has a version.");
    }

    private static async Task GetUnknownAsync(FlagStoreSubject subject, CancellationToken token) =>
        Expect.That(await subject.Store.GetAsync("nobody.made.it", token).ConfigureAwait(false) is null, "A key that nobody saved gives null.");

    private static async Task SaveAndReadAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag flag = ContractFlags.Rich("checkout.flow");

        FeatureFlag stored = await subject.Store.SaveAsync(flag, 0, Change(), token).ConfigureAwait(false);
        FeatureFlag? got = await subject.Store.GetAsync(flag.Key, token).ConfigureAwait(false);
        FlagSet set = await subject.Store.LoadAsync(token).ConfigureAwait(false);

        Expect.Same(stored, flag, "What SaveAsync returns");
        Expect.Same(got, flag, "What GetAsync gives after SaveAsync");
        Expect.Same(set.Flags.SingleOrDefault(), flag, "What LoadAsync gives after SaveAsync");
        Expect.That(stored.Version > 0, "A stored flag has a version above 0.");
        Expect.Equal(got!.Version, stored.Version, "The version that GetAsync gives");
        Expect.Equal(set.Flags[0].Version, stored.Version, "The version that LoadAsync gives");
    }

    private static async Task SaveSeenElsewhereAsync(FlagStoreSubject subject, CancellationToken token)
    {
        IFeatureFlagStore another = subject.Another();
        FeatureFlag stored = await subject.Store.SaveAsync(ContractFlags.Rich("shared"), 0, Change(), token).ConfigureAwait(false);

        FeatureFlag? seen = await another.GetAsync("shared", token).ConfigureAwait(false);

        Expect.Same(seen, stored, "The flag that another instance sees");
        Expect.Equal(seen!.Version, stored.Version, "The version that another instance sees");
    }

    private static async Task SaveCopiesAsync(FlagStoreSubject subject, CancellationToken token)
    {
        List<string> tags = ["ui"];
        await subject.Store.SaveAsync(Flag("copied") with { Tags = tags }, 0, Change(), token).ConfigureAwait(false);

        tags.Add("added later");

        FeatureFlag? got = await subject.Store.GetAsync("copied", token).ConfigureAwait(false);
        Expect.Equal(got?.Tags.Count, 1, "The number of tags of a flag whose list the caller changed after saving it");
    }

    private static async Task DeleteAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag first = await CreateAsync(subject.Store, "first", token).ConfigureAwait(false);
        await CreateAsync(subject.Store, "second", token).ConfigureAwait(false);

        await subject.Store.DeleteAsync("first", first.Version, Change(FlagActions.Delete), token).ConfigureAwait(false);

        FlagSet set = await subject.Store.LoadAsync(token).ConfigureAwait(false);
        Expect.That(await subject.Store.GetAsync("first", token).ConfigureAwait(false) is null, "A deleted flag is not found any more.");
        Expect.Equal(string.Join(',', set.Flags.Select(static flag => flag.Key)), "second", "The flags that are left after a deletion");
    }

    private static async Task KeysAsync(FlagStoreSubject subject, CancellationToken token)
    {
        string[] keys = [EveryKeyCharacter, "a", "A", "a.b", "a_b", "a-b", "a:b", "..a", "-", ":", "0", "scenario:x:y"];
        foreach (string key in keys)
        {
            await subject.Store.SaveAsync(Flag(key, $"The flag {key}"), 0, Change(), token).ConfigureAwait(false);
        }

        FlagSet set = await subject.Store.LoadAsync(token).ConfigureAwait(false);
        Expect.Equal(set.Flags.Count, keys.Length, "The number of flags");
        foreach (string key in keys)
        {
            FeatureFlag? got = await subject.Store.GetAsync(key, token).ConfigureAwait(false);
            Expect.Equal(got?.Description, $"The flag {key}", $"The description of the flag '{key}'");
        }
    }

    private static async Task LongKeyAsync(FlagStoreSubject subject, CancellationToken token)
    {
        string key = new('k', 200);
        await CreateAsync(subject.Store, key, token).ConfigureAwait(false);
        FeatureFlag? got = await subject.Store.GetAsync(key, token).ConfigureAwait(false);
        Expect.Equal(got?.Key, key, "The key of 200 characters");
    }

    private static async Task OrderAsync(FlagStoreSubject subject, CancellationToken token)
    {
        string[] names = ["zebra", "Alpha", "mid", "beta", "a10", "a9"];
        FeatureFlag flag = Flag("ordered") with
        {
            Type = FlagType.String,
            DefaultValue = "x",
            Variants = [.. names.Select(static name => new FlagVariant(name, name))],
            AbTest = new AbTestConfiguration
            {
                Variants = [.. names.Select(static (name, index) => new VariantWeight(name, index == 0 ? 37.5 : 12.5))],
                ControlVariant = "mid",
            },
        };

        await subject.Store.SaveAsync(flag, 0, Change(), token).ConfigureAwait(false);

        FeatureFlag? got = await subject.Another().GetAsync("ordered", token).ConfigureAwait(false);
        string expected = string.Join(',', names);
        Expect.Equal(string.Join(',', got?.Variants.Select(static variant => variant.Name) ?? []), expected, "The order of the variants");
        Expect.Equal(string.Join(',', got?.AbTest?.Variants.Select(static arm => arm.Variant) ?? []), expected, "The order of the test's arms");
    }

    private static async Task TextsAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const string Text = "\"quoted\" \\ / \u0000\u001f\t\r\n // no comment /* none */ ユーザー 👩‍💻 \u2028 ÿ {\"a\":1}";
        FeatureFlag flag = Flag("texts", Text) with { Tags = [Text, ""], Salt = "", Owner = Text };

        await subject.Store.SaveAsync(flag, 0, Change(), token).ConfigureAwait(false);

        Expect.Same(await subject.Another().GetAsync("texts", token).ConfigureAwait(false), flag, "A flag of unusual texts");
    }

    private static async Task BigFlagAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag flag = ContractFlags.Big("big");

        await subject.Store.SaveAsync(flag, 0, Change(), token).ConfigureAwait(false);

        Expect.Same(await subject.Another().GetAsync("big", token).ConfigureAwait(false), flag, "A flag of a hundred rules");
    }

    private static async Task ManyFlagsAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const int Count = 100;
        for (int i = 0; i < Count; i++)
        {
            await CreateAsync(subject.Store, $"group{i % 7}.flag{i}", token).ConfigureAwait(false);
        }

        FlagSet set = await subject.Another().LoadAsync(token).ConfigureAwait(false);
        Expect.Equal(set.Flags.Select(static flag => flag.Key).Distinct(StringComparer.Ordinal).Count(), Count, "The number of different keys");
        Expect.Equal(set.Flags.Count, Count, "The number of flags");
    }

    private static async Task UnknownMembersAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag flag = FeatureFlag.Parse("""{"key":"newer","status":"enabled","from_the_future":{"a":[1,"b",null]},"rules":[{"name":"r","later":true}]}""");

        await subject.Store.SaveAsync(flag, 0, Change(), token).ConfigureAwait(false);

        Expect.Same(await subject.Another().GetAsync("newer", token).ConfigureAwait(false), flag, "A flag with members that this version does not know");
    }

    private static async Task CancelledAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const string Promise = "A call with a cancelled token throws OperationCanceledException";
        FeatureFlag stored = await CreateAsync(subject.Store, "kept", token).ConfigureAwait(false);
        CancellationToken cancelled = new(canceled: true);

        await Expect.ThrowsAsync<OperationCanceledException>(async () => await subject.Store.LoadAsync(cancelled).ConfigureAwait(false), Promise).ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(
            async () => await subject.Store.SaveAsync(Flag("kept", "changed"), stored.Version, Change(), cancelled).ConfigureAwait(false), Promise).ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(() => subject.Store.DeleteAsync("kept", stored.Version, Change(), cancelled), Promise).ConfigureAwait(false);

        Expect.Same(await subject.Store.GetAsync("kept", token).ConfigureAwait(false), stored, "A flag after cancelled writes");
    }
}
