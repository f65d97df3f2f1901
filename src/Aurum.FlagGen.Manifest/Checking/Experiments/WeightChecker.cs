using System.Globalization;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The arms of a split or a test: each with a weight, all together 100 %.</summary>
internal sealed class WeightChecker(CheckContext check, ScalarChecker scalars)
{
    /// <summary>By how much the sum may miss 100 %, in thousandths: three arms of 33.333 are meant as thirds.</summary>
    private const int Tolerance = 1;

    /// <param name="arms">The object that gives each arm its weight.</param>
    /// <param name="what">What the object is, as the start of a phrase: <c>its split</c>.</param>
    public void Check(JsonNode arms, string what)
    {
        if (!scalars.IsWithinLimit(what, arms, arms.Members.Length, ManifestLimits.Variants, "variants"))
        {
            return;
        }

        if (arms.Members.Length == 0)
        {
            check.Report(ManifestRules.Weights, arms.Range, $"has no variant in {what}");
            return;
        }

        long sum = 0;
        bool isSound = true;
        foreach (JsonMember arm in arms.Members)
        {
            if (arm.Value.Kind == JsonKind.Number && NumberText.TryParseThousandths(arm.Value.Text, out int weight) && weight is >= 0 and <= ScalarChecker.Whole)
            {
                sum += weight;
                continue;
            }

            isSound = false;
            check.Report(ManifestRules.Weights, arm.Value.Range, $"gives {Phrases.Quote(arm.Name)} {Phrases.Describe(arm.Value)} as its weight in {what}");
        }

        if (isSound && Math.Abs(sum - ScalarChecker.Whole) > Tolerance)
        {
            string total = (sum / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
            check.Report(ManifestRules.Weights, new TextRange(arms.Range.Start, 1), $"has weights that sum to {total} in {what}");
        }
    }
}
