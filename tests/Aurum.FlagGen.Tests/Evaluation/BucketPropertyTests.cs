using System.Text;
using Aurum.FlagGen.Evaluation;
using CsCheck;

namespace Aurum.FlagGen.Tests.Evaluation;

public class BucketPropertyTests
{
    private static readonly Gen<string> Texts = Gen.Char.Array[0, 40].Select(static letters => new string(letters));

    [Fact]
    public void Hash_AnyText_IsThatOfItsUtf8Bytes() =>
        Gen.Select(Gen.UInt, Texts, Texts).Sample(static (seed, prefix, rest) =>
            Murmur3.Start(seed, prefix).Finish(rest) == Reference(Encoding.UTF8.GetBytes(Whole(prefix) + Whole(rest)), seed));

    [Fact]
    public void Hash_AsciiText_IsThatOfItsBytes() =>
        Gen.Select(Gen.UInt, Gen.Char.AlphaNumeric.Array[0, 9], Gen.Char.AlphaNumeric.Array[0, 40]).Sample(static (seed, prefix, rest) =>
            Murmur3.Start(seed, new string(prefix)).Finish(rest) == Reference(Encoding.ASCII.GetBytes([.. prefix, .. rest]), seed));

    /// <summary>Where one character takes its first bit more than the quick way can hold, at each place of a block and behind the last.</summary>
    [Theory]
    [InlineData('\u007F')]
    [InlineData('\u0080')]
    [InlineData('\u0081')]
    [InlineData('\u07FF')]
    [InlineData('\u0800')]
    public void Hash_CharacterAtAnEdge_IsThatOfItsUtf8Bytes(char edge)
    {
        for (int before = 0; before < 10; before++)
        {
            for (int after = 0; after < 6; after++)
            {
                string text = new string('a', before) + edge + new string('b', after);
                Murmur3.Start(1, "p:").Finish(text).ShouldBe(Reference(Encoding.UTF8.GetBytes("p:" + text), 1));
            }
        }
    }

    [Fact]
    public void Buckets_OfConsecutiveIds_AreUniform()
    {
        foreach (string salt in new[] { "checkout", "a", "", "flag.with.a.long.key", "ユーザー" })
        {
            foreach (uint seed in new[] { Buckets.RolloutSeed, Buckets.SplitSeed, Buckets.LayerSeed })
            {
                Murmur3 prefix = Buckets.Prepare(salt, seed);
                int[] counts = new int[100];
                for (int i = 0; i < 100_000; i++)
                {
                    counts[Buckets.FromHash(prefix.Finish($"user-{i}")) / 1_000]++;
                }

                // 99 degrees of freedom: one in 100,000 fair samples exceeds 171.
                counts.Sum(static count => (count - 1_000.0) * (count - 1_000.0) / 1_000).ShouldBeLessThan(171, $"salt '{salt}', seed {seed}");
            }
        }
    }

    [Fact]
    public void GateAndSplit_OfOneSalt_AreIndependent()
    {
        HashRollout gate = new(new AttributeReader("user_id"), "checkout", Buckets.RolloutSeed);
        HashSplitter split = new(new AttributeReader("user_id"), "checkout", [25, 25, 25, 25]);
        int[,] counts = new int[2, 4];
        for (int i = 0; i < 80_000; i++)
        {
            counts[gate.Includes($"user-{i}", 50_000) ? 1 : 0, split.Pick($"user-{i}")]++;
        }

        double statistic = 0;
        foreach (int count in counts)
        {
            statistic += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }

        // 7 degrees of freedom: one in 100,000 fair samples exceeds 36.
        statistic.ShouldBeLessThan(36);
    }

    [Fact]
    public void Rollout_Grows_TurnsNobodyOff() =>
        Gen.Select(Texts, Texts, Gen.Int[0, 100_000], Gen.Int[0, 100_000]).Sample(static (salt, id, one, other) =>
        {
            HashRollout rollout = new(new AttributeReader("user_id"), salt, Buckets.RolloutSeed);
            return !rollout.Includes(id, Math.Min(one, other)) || rollout.Includes(id, Math.Max(one, other));
        });

    /// <summary>The smallest share and the largest that is none of everybody: one bucket in, one bucket out.</summary>
    [Theory]
    [InlineData("0.001", 0, true)]
    [InlineData("0.001", 1, false)]
    [InlineData("99.999", 99_998, true)]
    [InlineData("99.999", 99_999, false)]
    public void Rollout_OfOneBucket_HoldsThatBucketAlone(string percentage, int bucket, bool expected)
    {
        Murmur3 prefix = Buckets.Prepare("f", Buckets.RolloutSeed);
        string id = Enumerable.Range(0, int.MaxValue).Select(static i => $"u{i}").First(id => Buckets.FromHash(prefix.Finish(id)) == bucket);

        FlagEvaluation<FlagValue> evaluation = Given.Rule($"'rollout_percentage':{percentage}").Evaluate("f", Given.User(id));

        evaluation.Value.ShouldBe(expected);
        evaluation.Reason.ShouldBe(expected ? EvaluationReason.Split : EvaluationReason.Default);
    }

    [Fact]
    public void Bucket_AnyText_LiesInRange() =>
        Gen.Select(Texts, Texts, Gen.UInt).Sample(static (salt, id, seed) => Buckets.FromHash(Buckets.Prepare(salt, seed).Finish(id)) is >= 0 and < Buckets.Total);

    /// <summary>Cut apart, a pair of surrogates counts as two lone ones.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The algorithm as its author wrote it, byte by byte.</summary>
    private static uint Reference(byte[] data, uint seed)
    {
        uint hash = seed;
        for (int i = 0; i < data.Length; i += 4)
        {
            uint block = 0;
            int length = Math.Min(4, data.Length - i);
            for (int j = length - 1; j >= 0; j--)
            {
                block = (block << 8) | data[i + j];
            }

            block *= 0xCC9E2D51;
            block = (block << 15) | (block >> 17);
            hash ^= block * 0x1B873593;
            if (length == 4)
            {
                hash = (hash << 13) | (hash >> 19);
                hash = (hash * 5) + 0xE6546B64;
            }
        }

        hash ^= (uint)data.Length;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
