using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public class BucketsTests
{
    [Theory]
    [InlineData("checkout", "user-1", Buckets.RolloutSeed, 81466)]
    [InlineData("checkout", "user-1", Buckets.SplitSeed, 52075)]
    [InlineData("new-nav", "u-2", Buckets.RolloutSeed, 81020)]
    [InlineData("dashboard_widget", "user123", Buckets.RolloutSeed, 10817)]
    [InlineData("dashboard_widget", "ユーザー1", Buckets.RolloutSeed, 9058)]
    public void Bucket_PublishedVector_Agrees(string salt, string key, uint seed, int expected) =>
        Buckets.FromHash(Buckets.Prepare(salt, seed).Finish(key)).ShouldBe(expected);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-0.001, -1)]
    [InlineData(0.0004, 0)]
    [InlineData(0.0005, 1)]
    [InlineData(33.333, 33_333)]
    [InlineData(33.3335, 33_334)]
    [InlineData(100, 100_000)]
    [InlineData(100.001, -1)]
    [InlineData(double.NaN, -1)]
    public void FromPercentage_AnyNumber_IsItsBucketsOrMinusOne(double percentage, int expected) => Buckets.FromPercentage(percentage).ShouldBe(expected);

    [Theory]
    [InlineData(new[] { 100.0 }, true)]
    [InlineData(new[] { 100.001 }, false)]
    [InlineData(new[] { 50.0, 50.001 }, true)]
    [InlineData(new[] { 50.0, 50.0011 }, false)]
    [InlineData(new[] { 49.999, 50.0 }, true)]
    [InlineData(new[] { 49.9989, 50.0 }, false)]
    [InlineData(new[] { 100.0, 0.0, 0.0005 }, true)]
    [InlineData(new[] { 100.0, -0.0005 }, false)]
    [InlineData(new[] { 101.0, -1.0 }, false)]
    [InlineData(new double[0], false)]
    public void AreShares_Weights_AddUpToAHundredByAThousandth(double[] weights, bool expected) =>
        Buckets.AreShares([.. weights.Select(static (weight, i) => new VariantWeight($"v{i}", weight))]).ShouldBe(expected);
}
