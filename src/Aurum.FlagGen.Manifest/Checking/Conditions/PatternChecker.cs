using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Regular expressions: their length, their number, and whether the engine takes them.</summary>
internal sealed class PatternChecker(CheckContext check)
{
    public void Check(Condition condition, PatternBudget budget)
    {
        foreach (JsonNode pattern in condition.Values)
        {
            // What is no text was told of.
            if (pattern.Kind != JsonKind.String)
            {
                continue;
            }

            if (!budget.TryTake())
            {
                check.Report(ManifestRules.Limit, pattern.Range, $"this pattern is one more than the {ManifestLimits.Patterns} that a flag may have");
                return;
            }

            if (pattern.Text.Length > ManifestLimits.PatternLength)
            {
                check.Report(
                    ManifestRules.Limit, pattern.Range,
                    FormattableString.Invariant($"this pattern has {pattern.Text.Length} characters, and at most {ManifestLimits.PatternLength} are allowed"));
            }
            else if (RegexPattern.FindFault(pattern.Text) is { } fault)
            {
                check.Report(ManifestRules.Regex, pattern.Range, Phrases.Shorten(condition.Path), Phrases.Quote(pattern.Text), fault);
            }
        }
    }
}
