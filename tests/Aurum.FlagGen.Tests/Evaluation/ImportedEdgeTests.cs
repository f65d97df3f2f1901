using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Whoever stands exactly on the edge of a percentage stays on the side on which the other system had put them.</summary>
public sealed class ImportedEdgeTests
{
    private const int Places = 10_000;

    [Fact]
    public void GrowthBook_PlaceAtThePercentage_IsIn()
    {
        GrowthBookFormula formula = new(new FlagBucketing { Algorithm = "growthbook" }, "key");

        Enumerable.Range(0, Places + 1).Where(place => !formula.Includes(place / (double)Places, threshold: place * 10)).ShouldBeEmpty();
    }

    [Fact]
    public void GrowthBook_PlaceAtTheEndOfAnArm_IsInTheNext()
    {
        GrowthBookFormula formula = new(new FlagBucketing { Algorithm = "growthbook" }, "key");

        Enumerable.Range(0, Places + 1).Where(place => place / (double)Places < formula.EndOf(0, place * 10, place * 10)).ShouldBeEmpty();
    }

    [Fact]
    public void Unleash_PlaceAtThePercentage_IsIn()
    {
        UnleashFormula formula = new(new FlagBucketing { Algorithm = "unleash" }, "key");

        Enumerable.Range(1, 100).Where(place => !formula.Includes(place, threshold: place * 1000) || formula.Includes(place, threshold: (place * 1000) - 1)).ShouldBeEmpty();
    }
}
