using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>The reader takes and refuses what System.Text.Json takes and refuses, and reads the same from it.</summary>
public sealed class JsonAgreementTests
{
    private const int Texts = 10_000;
    private const int LongTexts = 1_000_000;

    [Fact]
    public void Read_RandomTexts_AgreesWithSystemTextJson() => Compare(first: 0, Texts);

    /// <summary>The long run, for which the variable FLAGGEN_LONG says how many texts, or 1 for a million.</summary>
    [Fact]
    public void Read_ManyRandomTexts_AgreesWithSystemTextJson() => Compare(first: Texts, LongRun.Count(LongTexts));

    [Fact]
    public void Write_ANumber_GivesTheSameTextAgain() =>
        Enumerable.Range(0, 1_000).Select(JsonAgreement.Write).ShouldBe(Enumerable.Range(0, 1_000).Select(JsonAgreement.Write));

    /// <summary>A comparison says nothing where one side always refuses.</summary>
    [Fact]
    public void Write_ManyNumbers_GivesSoundAndFaultyTexts()
    {
        int sound = Enumerable.Range(0, 2_000).Count(static number => SystemTextJson.Accepts(JsonAgreement.Write(number)) == true);

        sound.ShouldBeInRange(500, 1_500);
    }

    private static void Compare(int first, int count) => Enumerable.Range(first, count)
        .AsParallel()
        .Select(JsonAgreement.FindDisagreement)
        .Where(static disagreement => disagreement is not null)
        .Take(5)
        .ShouldBeEmpty();
}
