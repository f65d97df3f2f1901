using Aurum.FlagGen.Manifest.Naming;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Naming;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["checkout.flow", "checkout.speed", "dashboard_widget", "search.page_size", "ab", "x"];

    [Theory]
    [InlineData("checkout.flwo", "checkout.flow")]
    [InlineData("chekout.flow", "checkout.flow")]
    [InlineData("checkoutt.flow", "checkout.flow")]
    [InlineData("chackout.flow", "checkout.flow")]
    [InlineData("CHECKOUT.FLOW", "checkout.flow")]
    [InlineData("dashbordwidget", "dashboard_widget")]
    [InlineData("search.pagesize", "search.page_size")]
    [InlineData("ac", "ab")]
    [InlineData("y", "x")]
    [InlineData("something_else", null)]
    [InlineData("abcd", null)]
    [InlineData("", "x")]
    public void Find_Slip_GivesTheNameThatWasMeant(string name, string? expected) => NearestName.Find(name, Known).ShouldBe(expected);

    [Fact]
    public void Find_NoNames_GivesNull() => NearestName.Find("a", []).ShouldBeNull();

    [Fact]
    public void Find_EquallyNear_TakesTheNearerInCaseThenTheFirstInOrder()
    {
        NearestName.Find("flag", ["FLAG", "Flag", "fLAG"]).ShouldBe("Flag");
        NearestName.Find("flagx", ["flagc", "flagb", "flaga"]).ShouldBe("flaga");
    }

    [Fact]
    public void Find_AnyOrderOfTheKnown_GivesTheSame() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 6], Gen.String[Gen.Char["abcdABCD"], 0, 6].Array[0, 8]).Sample(static (name, known) =>
            NearestName.Find(name, known).ShouldBe(NearestName.Find(name, known.Reverse())));

    [Fact]
    public void Find_AnyNames_GivesOneAtTheLeastDistance() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 9], Gen.String[Gen.Char["abcdABCD"], 0, 9].Array[0, 8]).Sample(static (name, known) =>
        {
            int limit = Math.Max(1, name.Length / 3);
            int least = known.Select(candidate => Distance(name, candidate)).Append(int.MaxValue).Min();

            string? found = NearestName.Find(name, known);

            (found is null).ShouldBe(least > limit);
            if (found is not null)
            {
                Distance(name, found).ShouldBe(least);
            }
        });

    /// <summary>The definition, written down without any thought of speed.</summary>
    private static int Distance(string left, string right)
    {
        string a = left.ToUpperInvariant();
        string b = right.ToUpperInvariant();
        int[,] table = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                int value = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                table[i, j] = isSwap ? Math.Min(value, table[i - 2, j - 2] + 1) : value;
            }
        }

        return table[a.Length, b.Length];
    }
}
