using System.Globalization;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Percentages and weights that another system's formula, kept by an import, rounds to nothing: some formulas know a hundred buckets and no parts of them.</summary>
internal sealed class ShareChecker(CheckContext check)
{
    private const int FewBuckets = 100;
    private const int ManyBuckets = 10_000;

    /// <param name="arms">The weights of a split or a test.</param>
    /// <param name="bucketing">The formula by which they are shared out, if it is another system's.</param>
    public void CheckArms(JsonNode arms, JsonNode? bucketing)
    {
        if (AlgorithmOf(bucketing) is not { } algorithm || FindBuckets(algorithm, bucketing!) is not { } buckets)
        {
            return;
        }

        bool isRounded = algorithm is BucketAlgorithm.Unleash or BucketAlgorithm.Flagd;
        double end = 0;
        long total = 0;
        foreach (JsonMember arm in arms.Members.Take(ManifestLimits.Variants))
        {
            if (ToShare(arm.Value) is not { } share)
            {
                continue;
            }

            double start = end;
            total += share;
            end = isRounded ? start + Round(share, buckets) : total * (double)buckets / ScalarChecker.Whole;

            // The last arm takes what the others leave.
            bool hasBucket = Math.Ceiling(start) < (total >= ScalarChecker.Whole ? buckets : Math.Ceiling(end));
            if (share > 0 && !hasBucket)
            {
                Report(arm.Value, Phrases.Shorten(arm.Name), algorithm, buckets, "raise it, or the 'resolution' of 'bucketing'");
            }
        }
    }

    /// <param name="member">What the percentage is called.</param>
    /// <param name="percentage">The percentage, if there is one.</param>
    /// <param name="bucketing">The formula that it is compared by, if it is another system's.</param>
    public void CheckPercentage(string member, JsonNode? percentage, JsonNode? bucketing)
    {
        if (percentage is null || ToShare(percentage) is not { } share || share == 0 || AlgorithmOf(bucketing) is not { } algorithm)
        {
            return;
        }

        if (algorithm == BucketAlgorithm.Unleash && share < ScalarChecker.Whole / FewBuckets)
        {
            Report(percentage, member, algorithm, FewBuckets, "raise it to 1");
        }
        else if (algorithm == BucketAlgorithm.Flagd && FindBuckets(algorithm, bucketing!) is { } buckets && Round(share, buckets) == 0)
        {
            Report(percentage, member, algorithm, buckets, "raise it, or the 'resolution' of 'bucketing'");
        }
    }

    private static BucketAlgorithm? AlgorithmOf(JsonNode? bucketing) =>
        bucketing?[BucketingMembers.Algorithm.Name] is { Kind: JsonKind.String } word && ManifestWords.BucketAlgorithms.TryFind(word.Text, out BucketAlgorithm algorithm)
            ? algorithm
            : null;

    /// <summary>How many buckets there are, or null where the formula has a bucket for everybody.</summary>
    private static int? FindBuckets(BucketAlgorithm algorithm, JsonNode bucketing)
    {
        int? declared = bucketing[BucketingMembers.Resolution.Name] is { Kind: JsonKind.Number } number && NumberText.TryParseInt32(number.Text, out int resolution) && resolution > 0
            ? resolution
            : null;
        return algorithm switch
        {
            BucketAlgorithm.Unleash or BucketAlgorithm.Flagd => declared ?? FewBuckets,
            BucketAlgorithm.GrowthBook => declared ?? ManyBuckets,
            BucketAlgorithm.ConfigCat => FewBuckets,
            _ => null,
        };
    }

    private static int? ToShare(JsonNode value) =>
        value.Kind == JsonKind.Number && NumberText.TryParseThousandths(value.Text, out int share) && share is >= 0 and <= ScalarChecker.Whole ? share : null;

    private static double Round(int share, int buckets) => Math.Round(share * (double)buckets / ScalarChecker.Whole, MidpointRounding.AwayFromZero);

    private void Report(JsonNode value, string member, BucketAlgorithm algorithm, int buckets, string fix) =>
        check.Report(
            ManifestRules.LostShare, value.Range, member, Phrases.Shorten(value.Text), ManifestWords.BucketAlgorithms.WordFor(algorithm), buckets.ToString(CultureInfo.InvariantCulture), fix);
}
