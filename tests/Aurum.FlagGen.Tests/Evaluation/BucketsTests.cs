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
}
