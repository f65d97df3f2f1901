using Aurum.FlagGen.TestKit;
using Aurum.FlagGen.Tests.Reference.Scenarios;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>The engine says what the contract says: on random manifests and contexts it answers as the reference does.</summary>
public sealed class AgreementTests
{
    private const int Scenarios = 2_000;

    private const int LongScenarios = 100_000;

    [Fact]
    public void Engine_OnRandomScenarios_AnswersAsTheReference() => Compare(first: 0, Scenarios);

    /// <summary>The long run, for which the variable FLAGGEN_LONG says how many scenarios, or 1 for a hundred thousand.</summary>
    [Fact]
    public void Engine_OnManyRandomScenarios_AnswersAsTheReference() => Compare(first: Scenarios, LongRun.Count(LongScenarios));

    private static void Compare(int first, int count)
    {
        Lock gate = new();
        List<(int Number, Disagreement Found)> disagreements = [];
        Parallel.For(first, first + count, (number, loop) =>
        {
            if (AgreementCheck.FindDisagreement(RandomScenarios.Write(number)) is not { } found)
            {
                return;
            }

            lock (gate)
            {
                disagreements.Add((number, found));
                if (disagreements.Count >= 5)
                {
                    loop.Stop();
                }
            }
        });
        disagreements.Select(static item => $"scenario {item.Number}\n{DisagreementShrinker.Shrink(item.Found)}\n").ShouldBeEmpty();
    }
}
