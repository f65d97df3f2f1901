using System.Runtime.CompilerServices;
using Aurum.FlagGen.Manifest.Checking;

namespace Aurum.FlagGen.Evaluation;

/// <summary>The numbers of the bucket formula: docs/semantics.md publishes them with vectors.</summary>
internal static class Buckets
{
    /// <summary>Into how many buckets units are divided: percentages have three decimals.</summary>
    public const int Total = ScalarChecker.Whole;

    public const int PerPercent = 1_000;

    public const uint RolloutSeed = 0;

    /// <summary>Differs from <see cref="RolloutSeed"/>, so that a gate and the split behind it are independent.</summary>
    public const uint SplitSeed = 86_028_157;

    public const uint LayerSeed = 2_654_435_769;

    /// <summary>How far the weights of a split may miss 100 together.</summary>
    private const double Tolerance = 0.001;

    /// <summary>The hash's state after the part of the text that all units share.</summary>
    public static Murmur3 Prepare(string salt, uint seed) => Murmur3.Start(seed, salt + ":");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FromHash(uint hash) => (int)(((ulong)hash * Total) >> 32);

    /// <summary>A percentage as a number of buckets, or -1 where it is none.</summary>
    public static int FromPercentage(double percentage) =>
        percentage is >= 0 and <= 100 ? (int)Math.Round(percentage * PerPercent, MidpointRounding.AwayFromZero) : -1;

    /// <summary>Whether weights are shares of one whole.</summary>
    public static bool AreShares(IReadOnlyList<VariantWeight> arms)
    {
        double sum = 0;
        for (int i = 0; i < arms.Count; i++)
        {
            double weight = arms[i].Weight;
            if (!(weight is >= 0 and <= 100))
            {
                return false;
            }

            sum += weight;
        }

        // Sums of decimals miss by some 1e-14, which must not decide at the edge.
        return Math.Abs(sum - 100) <= Tolerance + 1e-9;
    }
}
