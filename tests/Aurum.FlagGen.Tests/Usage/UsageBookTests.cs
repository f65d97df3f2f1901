using Aurum.FlagGen.Tests.Evaluation;
using Aurum.FlagGen.Usage;

namespace Aurum.FlagGen.Tests.Usage;

public sealed class UsageBookTests
{
    private readonly UsageBook _book = new();

    private long _sequence;

    [Fact]
    public void Add_MoreFlagsThanTheLimit_ForgetsThoseEvaluatedLongestAgo()
    {
        for (int i = 0; i < 21; i++)
        {
            Add("1.0", [.. Enumerable.Range(0, 1000).Select(flag => Used($"g{i}.f{flag}", Given.Noon.AddMinutes(i)))]);
        }

        IReadOnlyList<FlagUsage> usage = _book.Read();
        usage.Count.ShouldBe(UsageBook.MaxFlags);
        usage.ShouldNotContain(static flag => flag.Key.StartsWith("g0."));
    }

    [Fact]
    public void Add_MoreVariantsThanTheLimit_CountsTheRestForTheFlagAlone()
    {
        for (int i = 0; i < 150; i++)
        {
            Add("1.0", Used("f", Given.Noon) with { ByVariant = new Dictionary<string, long> { [$"v{i}"] = 1 } });
        }

        FlagUsage usage = _book.Read().ShouldHaveSingleItem();
        usage.Evaluations.ShouldBe(150);
        usage.ByVariant.Count.ShouldBe(UsageBook.MaxVariants);
    }

    [Fact]
    public void Add_FromVersionAfterVersion_KeepsTheLastAlone()
    {
        for (int i = 0; i < 1000; i++)
        {
            Add($"0.0.{i}", Used("f", Given.Noon.AddSeconds(i)));
        }

        _book.Read().ShouldHaveSingleItem().LastVersion.ShouldBe("0.0.999");
    }

    private static FlagUsage Used(string key, DateTimeOffset at) =>
        new() { Key = key, Evaluations = 1, ByVariant = new Dictionary<string, long>(), LastEvaluated = at };

    private void Add(string version, params FlagUsage[] flags) =>
        _book.Add(new FlagUsageBatch { Reporter = "one", Sequence = ++_sequence, ApplicationVersion = version, Flags = flags });
}
