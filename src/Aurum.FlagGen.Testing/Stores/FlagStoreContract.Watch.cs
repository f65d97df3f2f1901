namespace Aurum.FlagGen.Testing;

/// <content>That whoever watches hears of everything.</content>
public static partial class FlagStoreContract
{
    private static IEnumerable<FlagStoreContractCase> WatchCases() =>
    [
        new("Watch_EachChange_IsTold", WatchEachAsync),
        new("Watch_ChangeByAnotherInstance_IsTold", WatchOtherInstanceAsync),
        new("Watch_ManyQuickChanges_EndsWithTheLast", WatchQuickAsync),
        new("Watch_TwoWatchers_BothHear", WatchTwoAsync),
        new("Watch_Cancelled_Ends", WatchCancelledAsync),
    ];

    private static async Task WatchEachAsync(FlagStoreSubject subject, CancellationToken token)
    {
        FeatureFlag flag = await CreateAsync(subject.Store, "watched", token).ConfigureAwait(false);
        await using ChangeListener listener = new(subject.Store, token);

        for (int i = 0; i < 5; i++)
        {
            flag = await subject.Store.SaveAsync(Flag("watched", $"Text {i}"), flag.Version, Change(), token).ConfigureAwait(false);
            await listener.WaitForPresentAsync().ConfigureAwait(false);
        }

        await subject.Store.DeleteAsync("watched", flag.Version, Change(FlagActions.Delete), token).ConfigureAwait(false);
        await listener.WaitForPresentAsync().ConfigureAwait(false);
    }

    private static async Task WatchOtherInstanceAsync(FlagStoreSubject subject, CancellationToken token)
    {
        await using ChangeListener listener = new(subject.Another(), token);

        await CreateAsync(subject.Store, "elsewhere", token).ConfigureAwait(false);

        await listener.WaitForPresentAsync().ConfigureAwait(false);
    }

    private static async Task WatchQuickAsync(FlagStoreSubject subject, CancellationToken token)
    {
        await using ChangeListener listener = new(subject.Store, token);

        for (int i = 0; i < 20; i++)
        {
            await CreateAsync(subject.Store, $"quick{i}", token).ConfigureAwait(false);
        }

        FlagSet set = await listener.WaitForPresentAsync().ConfigureAwait(false);
        Expect.Equal(set.Flags.Count, 20, "The number of flags after the last change was told");
    }

    private static async Task WatchTwoAsync(FlagStoreSubject subject, CancellationToken token)
    {
        await using ChangeListener first = new(subject.Store, token);
        await using ChangeListener second = new(subject.Store, token);

        await CreateAsync(subject.Store, "heard", token).ConfigureAwait(false);

        await first.WaitForPresentAsync().ConfigureAwait(false);
        await second.WaitForPresentAsync().ConfigureAwait(false);
    }

    private static async Task WatchCancelledAsync(FlagStoreSubject subject, CancellationToken token)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        ChangeListener listener = new(subject.Store, stop.Token);
        await using (listener.ConfigureAwait(false))
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Expect.ThrowsAsync<OperationCanceledException>(
                async () => await listener.WaitForPresentAsync().ConfigureAwait(false), "A watch that is cancelled ends with OperationCanceledException").ConfigureAwait(false);
        }
    }
}
