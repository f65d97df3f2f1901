using System.Globalization;

namespace Aurum.FlagGen.Tests.Engine;

public sealed class SnapshotChangeTests
{
    private const int Threads = 8;

    /// <summary>So many changes are published without a pause; then everybody must have looked again, so that all threads meet many versions on however few processors.</summary>
    private const int ChangesAtOnce = 200;

    private static readonly int Changes = SlowTest.Rounds(all: 10_000, plain: 2_000);

    [Fact]
    public void Publish_ThousandsOfTimesWhileEightThreadsEvaluate_NobodySeesAMixture()
    {
        FlagEngine engine = new();
        engine.Publish(ChangingFlags.Of(0));
        VersionWitness[] witnesses = [.. Enumerable.Range(0, Threads).Select(_ => new VersionWitness(engine))];
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Thread[] threads = [.. witnesses.Select(witness => new Thread(() => LookUntil(witness, stop.Token)))];
        Array.ForEach(threads, static thread => thread.Start());

        for (int version = 1; version <= Changes; version++)
        {
            engine.Publish(ChangingFlags.Of(version));
            if (version % ChangesAtOnce == 0)
            {
                WaitForAnotherRound(witnesses, threads);
            }
        }

        stop.Cancel();
        Array.ForEach(threads, static thread => thread.Join());

        witnesses.SelectMany(static witness => witness.Mixtures).ShouldBeEmpty();
        engine.Version.ShouldBe(Changes.ToString(CultureInfo.InvariantCulture));
        foreach (VersionWitness witness in witnesses)
        {
            witness.Versions.ShouldBeGreaterThanOrEqualTo(Changes / ChangesAtOnce);
        }
    }

    private static void LookUntil(VersionWitness witness, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            witness.Look();
        }
    }

    private static void WaitForAnotherRound(VersionWitness[] witnesses, Thread[] threads)
    {
        int[] before = [.. witnesses.Select(static witness => witness.Rounds)];
        for (int i = 0; i < witnesses.Length; i++)
        {
            // The round that was under way may have begun before the last change.
            SpinWait.SpinUntil(() => witnesses[i].Rounds >= before[i] + 2 || !threads[i].IsAlive || TestContext.Current.CancellationToken.IsCancellationRequested);
        }
    }
}
