using System.Globalization;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Rules that decide nothing, because one before them has taken everybody, or rejected everybody by the same bucket.</summary>
internal sealed class ReachabilityChecker(CheckContext check)
{
    public void Check(IReadOnlyList<SoundRule> rules)
    {
        for (int i = 1; i < rules.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (IsReported(rules[j], rules[i]))
                {
                    break;
                }
            }
        }
    }

    private static string Percent(int thousandths) => (thousandths / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private bool IsReported(SoundRule earlier, SoundRule later)
    {
        if (earlier.HasPlan || earlier.Rollout == 0 || !earlier.Covers(later))
        {
            return false;
        }

        if (earlier.Rollout == ScalarChecker.Whole)
        {
            check.Report(ManifestRules.Unreachable, later.Range, Phrases.Shorten(earlier.Name));
            return true;
        }

        if (later.HasPlan || later.Rollout == 0 || later.Rollout > earlier.Rollout || !later.SharesBucketWith(earlier))
        {
            return false;
        }

        check.Report(ManifestRules.RolloutReachesNobody, later.Range, Percent(later.Rollout), Phrases.Shorten(earlier.Name), Percent(earlier.Rollout));
        return true;
    }
}
