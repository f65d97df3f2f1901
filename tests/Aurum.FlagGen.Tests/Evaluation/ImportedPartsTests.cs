using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>What each imported formula is made of: whose name it hashes, what its places are parts of, and where arms end.</summary>
public sealed class ImportedPartsTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 40).Select(static i => $"user-{i}")];

    /// <summary>A seed counts before a group, and a group before the flag's key.</summary>
    [Fact]
    public void Seed_BeforeGroupBeforeKey_IsHashed()
    {
        Func<FlagBucketing, string, BucketFormula>[] formulas =
        [
            static (bucketing, key) => new FlagdFormula(bucketing, key),
            static (bucketing, key) => new GrowthBookFormula(bucketing, key),
            static (bucketing, key) => new GrowthBookFormula(bucketing with { Resolution = GrowthBookFormula.FirstVersion }, key),
        ];
        foreach (Func<FlagBucketing, string, BucketFormula> create in formulas)
        {
            double[] byKey = Places(create(Bucketing(), "x"));

            Places(create(Bucketing() with { Group = "x" }, "key")).ShouldBe(byKey);
            Places(create(Bucketing() with { Seed = "x", Group = "group" }, "key")).ShouldBe(byKey);
            Places(create(Bucketing(), "key")).ShouldNotBe(byKey);
        }
    }

    [Fact]
    public void Group_BeforeKey_IsHashed()
    {
        Func<FlagBucketing, string, BucketFormula>[] formulas = [static (bucketing, key) => new ConfigCatFormula(bucketing, key), static (bucketing, key) => new UnleashFormula(bucketing, key)];
        foreach (Func<FlagBucketing, string, BucketFormula> create in formulas)
        {
            Places(create(Bucketing() with { Group = "x" }, "key")).ShouldBe(Places(create(Bucketing(), "x")));
            Places(create(Bucketing(), "key")).ShouldNotBe(Places(create(Bucketing(), "x")));
        }
    }

    [Fact]
    public void Microsoft_Texts_AreHashedAsItsFilterDoes()
    {
        MicrosoftFormula plain = new(Bucketing(), "key");
        MicrosoftFormula hinted = new(Bucketing() with { Hint = "hint", Group = "group", Seed = "seed" }, "key");
        foreach (string id in Ids)
        {
            plain.Place(id).ShouldBe(Sha256Place($"{id}\nkey"));
            plain.PlaceInSplit(id).ShouldBe(Sha256Place($"{id}\nallocation\nkey"));
            hinted.Place(id).ShouldBe(Sha256Place($"{id}\nhint\ngroup"));
            hinted.PlaceInSplit(id).ShouldBe(Sha256Place($"{id}\nseed"));
        }
    }

    [Fact]
    public void Place_AtAPercentage_IsOutside()
    {
        foreach (BucketFormula formula in new BucketFormula[] { new ConfigCatFormula(Bucketing(), "key"), new MicrosoftFormula(Bucketing(), "key") })
        {
            formula.Includes(place: 50, threshold: 50_000).ShouldBeFalse();
            formula.Includes(place: 49.999, threshold: 50_000).ShouldBeTrue();
            formula.Includes(place: 99.5, threshold: 99_500).ShouldBeFalse();
            formula.ToPercent(50).ShouldBe(50);
        }
    }

    [Fact]
    public void Percent_OfAPlace_IsItsPartOfTheWhole()
    {
        BucketFormula flagd = new FlagdFormula(Bucketing() with { Resolution = 1_000 }, "key");
        BucketFormula unleash = new UnleashFormula(Bucketing() with { Resolution = 400 }, "key");

        flagd.ToPercent(500).ShouldBe(50);
        flagd.ToPercentOfSplit(250).ShouldBe(25);
        unleash.ToPercent(50).ShouldBe(50);
        unleash.ToPercentOfSplit(100).ShouldBe(25);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(24_999.5, 0)]
    [InlineData(25_000, 1)]
    [InlineData(59_999.5, 1)]
    [InlineData(60_000, 2)]
    [InlineData(1_000_000, 2)]
    public void Arms_EndWhereTheirWeightsDo(double place, int expected) =>
        new ImportedSplitter(new AttributeReader("user_id"), new FixedFormula(place), [25, 35, 40]).Pick("anybody").ShouldBe(expected);

    /// <summary>A text longer than the stack's memory, by what stands before the id, by the id, and by what stands behind it.</summary>
    [Theory]
    [InlineData(600, 2, 0)]
    [InlineData(0, 600, 0)]
    [InlineData(0, 2, 600)]
    [InlineData(300, 1, 300)]
    [InlineData(1, 1, 1)]
    public void Text_OfAnyLength_IsHashedWhole(int before, int id, int after)
    {
        ulong expected = HashedText.Sha1(Encoding.ASCII.GetBytes(new string('p', before) + new string('i', id) + new string('s', after)), digits: 15);

        new HashedText(new string('p', before), new string('s', after)).Apply(new string('i', id), static text => HashedText.Sha1(text, digits: 15)).ShouldBe(expected);
    }

    private static FlagBucketing Bucketing() => new() { Algorithm = "any" };

    private static double[] Places(BucketFormula formula) => [.. Ids.Select(id => formula.Place(id))];

    private static double Sha256Place(string text) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) / (double)uint.MaxValue * 100;

    /// <summary>Its places are hundred-thousandths, and everybody has the same.</summary>
    private sealed class FixedFormula(double place) : BucketFormula
    {
        protected override double Whole => Buckets.Total;

        public override double Place(ReadOnlySpan<char> id) => place;
    }
}
