namespace Aurum.FlagGen.Testing;

/// <content>That evaluations are added up, where a store does that; other stores pass without looking.</content>
public static partial class FlagStoreContract
{
    private static readonly DateTimeOffset UsedAt = new(2026, 6, 15, 12, 0, 0, 123, TimeSpan.Zero);

    private static IEnumerable<FlagStoreContractCase> UsageCases() =>
    [
        new("Usage_OfNobody_IsEmpty", UsageEmptyAsync),
        new("Usage_OfSeveralProcesses_AddsUp", UsageAddsUpAsync),
        new("Usage_BatchSentAgain_CountsOnce", UsageRepeatedAsync),
        new("Usage_LastEvaluation_IsTheLatestWhicheverComesLast", UsageLatestAsync),
        new("Usage_UnusualVariants_ComeBackUnchanged", UsageVariantsAsync),
        new("Usage_FullBatch_IsKept", UsageFullBatchAsync),
        new("Usage_ManyReportersAtOnce_LosesNothing", UsageManyAsync),
    ];

    private static async Task UsageEmptyAsync(FlagStoreSubject subject, CancellationToken token)
    {
        if (subject.Store is IFlagUsageStore store)
        {
            Expect.Equal((await store.ReadUsageAsync(token).ConfigureAwait(false)).Count, 0, "The number of flags that nobody has evaluated");
        }
    }

    private static async Task UsageAddsUpAsync(FlagStoreSubject subject, CancellationToken token)
    {
        if (subject.Store is not IFlagUsageStore store || subject.Another() is not IFlagUsageStore another)
        {
            return;
        }

        await store.AddUsageAsync(Batch("one", 1, Used("flag", 3, "a", 2, "b", 1), Used("other", 5)), token).ConfigureAwait(false);
        await another.AddUsageAsync(Batch("two", 1, Used("flag", 4, "b", 4)), token).ConfigureAwait(false);
        await store.AddUsageAsync(Batch("one", 2, Used("flag", 1, "c", 1)), token).ConfigureAwait(false);

        foreach (IFlagUsageStore reader in new[] { store, another })
        {
            Dictionary<string, FlagUsage> usage = await ReadUsageAsync(reader, token).ConfigureAwait(false);
            Expect.Equal(usage.Count, 2, "The number of flags that were evaluated");
            Expect.Equal(Describe(usage["flag"]), "flag: 8 (a 2, b 5, c 1)", "The usage that two processes reported");
            Expect.Equal(Describe(usage["other"]), "other: 5 ()", "The usage without variants");
            Expect.Equal(usage["flag"].LastEvaluated, UsedAt, "The time of the last evaluation");
            Expect.Equal(usage["flag"].LastVersion, "1.0", "The version that evaluated last");
        }
    }

    private static async Task UsageRepeatedAsync(FlagStoreSubject subject, CancellationToken token)
    {
        if (subject.Store is not IFlagUsageStore store || subject.Another() is not IFlagUsageStore another)
        {
            return;
        }

        FlagUsageBatch first = Batch("one", 1, Used("flag", 3, "a", 3));
        FlagUsageBatch second = Batch("one", 2, Used("flag", 2, "a", 2));
        foreach (FlagUsageBatch batch in new[] { first, first, second, second, first })
        {
            await store.AddUsageAsync(batch, token).ConfigureAwait(false);
            await another.AddUsageAsync(batch, token).ConfigureAwait(false);
        }

        Expect.Equal(Describe((await ReadUsageAsync(store, token).ConfigureAwait(false))["flag"]), "flag: 5 (a 5)", "The usage after batches that came several times");
    }

    private static async Task UsageLatestAsync(FlagStoreSubject subject, CancellationToken token)
    {
        if (subject.Store is not IFlagUsageStore store)
        {
            return;
        }

        await store.AddUsageAsync(Batch("one", 1, Used("flag", 1) with { LastEvaluated = UsedAt.AddHours(1) }) with { ApplicationVersion = "2.0" }, token).ConfigureAwait(false);
        await store.AddUsageAsync(Batch("two", 1, Used("flag", 1)), token).ConfigureAwait(false);

        FlagUsage usage = (await ReadUsageAsync(store, token).ConfigureAwait(false))["flag"];
        Expect.Equal((usage.Evaluations, usage.LastEvaluated, usage.LastVersion), (2L, UsedAt.AddHours(1), "2.0"), "The last evaluation, of which a report came before that of an earlier one");
    }

    private static async Task UsageVariantsAsync(FlagStoreSubject subject, CancellationToken token)
    {
        if (subject.Store is not IFlagUsageStore store)
        {
            return;
        }

        string[] names = ["", " ", "two words", "line\nbreak", "back\\slash", "\\n", "10", "10 of 10", "ユーザー", "\u0001"];
        FlagUsage used = Used("flag", names.Length) with { ByVariant = names.ToDictionary(static name => name, static _ => 1L, StringComparer.Ordinal) };
        await store.AddUsageAsync(Batch("one", 1, used), token).ConfigureAwait(false);
        await store.AddUsageAsync(Batch("one", 2, used), token).ConfigureAwait(false);

        FlagUsage read = (await ReadUsageAsync(store, token).ConfigureAwait(false))["flag"];
        Expect.Equal(string.Join('|', read.ByVariant.Keys.Order(StringComparer.Ordinal)), string.Join('|', names.Order(StringComparer.Ordinal)), "The names of variants");
        Expect.That(read.ByVariant.Values.All(static count => count == 2), "Each variant was counted twice.");
    }

    private static async Task UsageFullBatchAsync(FlagStoreSubject subject, CancellationToken token)
    {
        if (subject.Store is not IFlagUsageStore store)
        {
            return;
        }

        FlagUsage[] flags = [.. Enumerable.Range(0, FlagUsageBatch.MaxFlags).Select(static i => Used($"flag{i}", i + 1, "a", i + 1))];
        await store.AddUsageAsync(Batch("one", 1, flags), token).ConfigureAwait(false);

        Dictionary<string, FlagUsage> usage = await ReadUsageAsync(store, token).ConfigureAwait(false);
        Expect.Equal(usage.Count, flags.Length, "The number of flags of a full batch");
        Expect.That(flags.All(flag => usage[flag.Key].Evaluations == flag.Evaluations), "Each flag of a full batch has its own count.");
    }

    private static async Task UsageManyAsync(FlagStoreSubject subject, CancellationToken token)
    {
        const int Reporters = 20;
        const int Batches = 10;
        if (subject.Store is not IFlagUsageStore store || subject.Another() is not IFlagUsageStore another)
        {
            return;
        }

        await Task.WhenAll(Enumerable.Range(0, Reporters).Select(reporter => Task.Run(
            async () =>
            {
                for (int i = 1; i <= Batches; i++)
                {
                    await (reporter % 2 == 0 ? store : another).AddUsageAsync(Batch($"reporter{reporter}", i, Used("flag", 1_000_000_000_000, "a", 1)), token).ConfigureAwait(false);
                }
            },
            token))).ConfigureAwait(false);

        FlagUsage usage = (await ReadUsageAsync(store, token).ConfigureAwait(false))["flag"];
        Expect.Equal((usage.Evaluations, usage.ByVariant["a"]), (Reporters * Batches * 1_000_000_000_000L, Reporters * Batches), "What many processes reported at once");
    }

    private static FlagUsageBatch Batch(string reporter, long sequence, params FlagUsage[] flags) =>
        new() { Reporter = reporter, Sequence = sequence, ApplicationVersion = "1.0", Flags = flags };

    private static FlagUsage Used(string key, long evaluations, params object[] variants) => new()
    {
        Key = key,
        Evaluations = evaluations,
        ByVariant = variants.Chunk(2).ToDictionary(static pair => (string)pair[0], static pair => Convert.ToInt64(pair[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal),
        LastEvaluated = UsedAt,
    };

    private static async Task<Dictionary<string, FlagUsage>> ReadUsageAsync(IFlagUsageStore store, CancellationToken token) =>
        (await store.ReadUsageAsync(token).ConfigureAwait(false)).ToDictionary(static flag => flag.Key, StringComparer.Ordinal);

    private static string Describe(FlagUsage usage) =>
        $"{usage.Key}: {usage.Evaluations} ({string.Join(", ", usage.ByVariant.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} {pair.Value}"))})";
}
